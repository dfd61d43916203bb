package varve.command.uplink;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What is told of other registries' packages: kept on the shelf, asked for again when it is too
/// old, and told as it was when nobody answers.
@Component
class UpstreamPackuments {
    private static final long REMEMBERED_FILES = 1_000_000;
    private static final int REMEMBERED_ABSENCES = 100_000;

    private final UplinkPolicy policy;
    private final PackumentRequest request;
    private final PackumentShelf shelf;
    private final Clock clock;
    private final Coalesced<String, Outcome> underWay = new Coalesced<>();
    private final Set<String> ahead = ConcurrentHashMap.newKeySet();
    private final Cache<String, Origin> origins =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED_FILES)
                    .<String, Origin>weigher((_, origin) -> origin.files().size() + 1)
                    .build();
    private final Cache<String, Boolean> absent;

    enum Outcome {
        FOUND,
        ABSENT,
        TROUBLE
    }

    UpstreamPackuments(
            UplinkPolicy policy, PackumentRequest request, PackumentShelf shelf, Clock clock) {
        this.policy = policy;
        this.request = request;
        this.shelf = shelf;
        this.clock = clock;
        this.absent =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_ABSENCES)
                        .expireAfter(Expiry.<String, Boolean>writing((_, _) -> absence()))
                        .build();
    }

    private Duration absence() {
        return policy.uplinks().stream()
                .map(Uplink::absence)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// Sees to it that a packument lies on the shelf, as new as agreed.
    ///
    /// @return where it is from; empty when nobody has such a package
    /// @throws Refused with `Unavailable` when nobody answers and there is no old one
    Optional<Origin> ready(String name) {
        var held = held(name);
        if (held != null && isFresh(held, maxAge(held))) {
            if (!isFresh(held, maxAge(held).multipliedBy(4).dividedBy(5))) {
                refreshAhead(name, held);
            }
            return Optional.of(held);
        }
        if (absent.getIfPresent(name) != null) {
            return Optional.empty();
        }
        return switch (refreshed(name, held)) {
            case FOUND -> Optional.ofNullable(held(name));
            case ABSENT -> Optional.empty();
            case TROUBLE -> Optional.of(held == null ? byNewRules(name) : held);
        };
    }

    /// Asks again for what was asked a moment ago, since it is said to be there.
    Optional<Origin> again(String name, Duration notYoungerThan) {
        var held = held(name);
        if (held == null || !isFresh(held, notYoungerThan)) {
            refreshed(name, held);
        }
        return Optional.ofNullable(held(name));
    }

    /// What entered by other rules, as far as those of now let it in too.
    private Origin byNewRules(String name) {
        var told =
                shelf.origin(name)
                        .filter(old -> isAllowed(name, old.uplink()))
                        .flatMap(old -> request.retold(name, old))
                        .orElseThrow(() -> new Refused(new Refusal.Unavailable("uplink")));
        origins.put(name, told);
        return told;
    }

    private Outcome refreshed(String name, @Nullable Origin held) {
        var outcome = underWay.get(name, patience(), () -> refresh(name, held));
        return outcome == null ? Outcome.TROUBLE : outcome;
    }

    private Outcome refresh(String name, @Nullable Origin held) {
        var outcome = request.refresh(name, held, origins::put);
        if (outcome == Outcome.ABSENT) {
            origins.invalidate(name);
            absent.put(name, true);
        }
        return outcome;
    }

    /// Soon somebody would have to wait for it.
    private void refreshAhead(String name, Origin held) {
        if (ahead.size() < 100 && ahead.add(name)) {
            Thread.ofVirtual()
                    .name("uplink-ahead")
                    .start(() -> {
                        try {
                            refreshed(name, held);
                        } finally {
                            ahead.remove(name);
                        }
                    });
        }
    }

    /// One that was let in by other rules is none.
    private @Nullable Origin held(String name) {
        var held = origins.getIfPresent(name);
        if (held == null) {
            held = shelf.origin(name).orElse(null);
            if (held != null) {
                origins.put(name, held);
            }
        }
        return held != null && isAllowed(name, held) ? held : null;
    }

    private boolean isAllowed(String name, Origin held) {
        return held.gate().startsWith(policy.gate().fingerprint() + ":")
                && isAllowed(name, held.uplink());
    }

    private boolean isAllowed(String name, String from) {
        return policy.uplinks(name).stream().anyMatch(uplink -> uplink.name().equals(from));
    }

    private boolean isFresh(Origin held, Duration age) {
        var now = clock.instant();
        var opens = held.opens();
        return now.isBefore(held.checkedAt().plus(age)) && (opens == null || now.isBefore(opens));
    }

    private Duration maxAge(Origin held) {
        return policy.uplinks().stream()
                .filter(uplink -> uplink.name().equals(held.uplink()))
                .map(Uplink::maxAge)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /// As long as it takes when one after another fails.
    private Duration patience() {
        return policy.uplinks().stream()
                .map(Uplink::timeout)
                .reduce(Duration.ofSeconds(5), Duration::plus);
    }
}
