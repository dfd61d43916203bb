package varve.command.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All work that comes round again, as rows of `varve_command.chore`.
public final class Chores implements JobQueue<Chores.Due> {
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
    private static final int LONGEST_OUTCOME = 10_000;

    private static final String KNOW =
            """
            insert into varve_command.chore (name, due) values (?, now() + make_interval(secs => ?))
            on conflict do nothing
            """;
    private static final String OVER =
            """
            update varve_command.chore set leased_until = now(), tries = 0, ended_at = now(),
                due = now() + make_interval(secs => ?), outcome = ?
            where name = ?
            """;

    /// A chore whose time has come.
    public record Due(String name, int tries) implements Job {
        @Override
        public Object key() {
            return name;
        }

        @Override
        public String about() {
            return name;
        }
    }

    private final JdbcClient db;
    private final Leases leases;
    private final Map<String, Chore> chores;
    private volatile boolean known;

    public Chores(JdbcClient db, List<Chore> chores) {
        this.db = db;
        this.leases = new Leases(db, "varve_command.chore", "name");
        this.chores =
                chores.stream()
                        .collect(Collectors.toUnmodifiableMap(Chore::name, Function.identity()));
    }

    @Override
    public String name() {
        return "chores";
    }

    @Override
    public Leases leases() {
        return leases;
    }

    /// A chore that only newer or older nodes know is left to them.
    @Override
    public Optional<Due> take() {
        know();
        var due = leases.take((row, _) -> new Due(row.getString("name"), row.getInt("tries")));
        if (due.isPresent() && !chores.containsKey(due.get().name())) {
            leases.postpone(due.get().name(), UNKNOWN_FOR);
            return Optional.empty();
        }
        return due;
    }

    /// Does it, and has it come round again.
    public void perform(Due due) throws Exception {
        var chore = chores.get(due.name());
        if (chore != null) {
            var outcome = chore.work().run();
            db.sql(OVER)
                    .params(
                            chore.every().toSeconds(),
                            outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME)),
                            chore.name())
                    .update();
        }
    }

    private void know() {
        if (!known) {
            chores.values()
                    .forEach(chore ->
                            db.sql(KNOW).params(chore.name(), chore.every().toSeconds()).update());
            known = true;
        }
    }
}
