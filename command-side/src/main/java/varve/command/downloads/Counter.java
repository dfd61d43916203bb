package varve.command.downloads;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import varve.command.work.Rounds;
import varve.contract.Caller;
import varve.contract.Downloads;
import varve.contract.Refused;
import varve.contract.downloads.DownloadsCommand.AddDownloads;
import varve.contract.downloads.Taken;
import varve.eventlog.Commands;

/// Counts in memory and tells the log now and then, so that handing something out never waits for a
/// database. What is not yet told is lost when the process is killed, and no more than that.
@Component
class Counter implements Downloads, InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int MOST_COUNTED = 100_000;
    private static final int MOST_AT_ONCE = 1_000;

    private record Key(LocalDate day, String name, String version) {}

    private final Commands commands;
    private final Clock clock;
    private final Map<Key, AtomicLong> counts = new ConcurrentHashMap<>();
    private @Nullable Rounds rounds;

    /// Those whose fate is unknown are sent again as they were.
    private volatile List<AddDownloads> unsent = List.of();

    Counter(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void happened(String name, String version) {
        var key = new Key(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), name, version);
        var count = counts.get(key);
        if (count == null && counts.size() < MOST_COUNTED) {
            count = counts.computeIfAbsent(key, _ -> new AtomicLong());
        }
        if (count != null) {
            count.incrementAndGet();
        }
    }

    @Override
    public void afterPropertiesSet() {
        rounds = Rounds.every(EVERY, "downloads", this::send);
    }

    @Override
    public void destroy() {
        if (rounds != null) {
            rounds.close();
        }
        send();
    }

    private synchronized void send() {
        var all = new ArrayList<>(unsent);
        all.addAll(drained());
        var left = new ArrayList<AddDownloads>();
        for (var batch : all) {
            try {
                commands.send(batch, Caller.registry("downloads", batch.batch().toString()));
            } catch (Refused | IllegalStateException e) {
                LOG.atWarn().addKeyValue("reason", e.toString()).log("counts wait to be told");
                left.add(batch);
            }
        }
        unsent = left.size() > MOST_COUNTED / MOST_AT_ONCE ? List.of() : List.copyOf(left);
    }

    private List<AddDownloads> drained() {
        var taken = new ConcurrentHashMap<LocalDate, List<Taken>>();
        for (var key : List.copyOf(counts.keySet())) {
            var count = counts.remove(key);
            if (count != null && count.get() > 0) {
                taken.computeIfAbsent(key.day(), _ -> new ArrayList<>())
                        .add(new Taken(key.name(), key.version(), count.get()));
            }
        }
        return taken.entrySet().stream()
                .flatMap(day ->
                        day.getValue().stream()
                                .gather(Gatherers.windowFixed(MOST_AT_ONCE))
                                .map(some -> batch(day.getKey(), some)))
                .collect(Collectors.toList());
    }

    private static AddDownloads batch(LocalDate day, List<Taken> taken) {
        return new AddDownloads(UUID.randomUUID(), day.toString(), taken);
    }
}
