package varve.command.scope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.ScopeCommand.AdmitPackage;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.PackageAdmitted;
import varve.contract.scope.ScopeEvent.PackageDismissed;
import varve.contract.scope.ScopeQuota;

/// The packages a scope has, or has made room for.
public record Rooms(List<Room> taken) {
    static final Rooms EMPTY = new Rooms(List.of());
    private static final Duration WEEK = Duration.ofDays(7);

    /// @param pkg its name, as its creator spelled it
    /// @param since when it has had room
    public record Room(String pkg, Instant since) {}

    public Rooms {
        taken = List.copyOf(taken);
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    boolean has(String pkg) {
        return taken.stream().anyMatch(room -> isSame(room.pkg(), pkg));
    }

    /// A package that has room already keeps it: somebody may be about to create it.
    List<ScopeEvent> admit(AdmitPackage command, @Nullable ScopeQuota set) {
        if (has(command.pkg())) {
            return List.of();
        }
        if (!command.granted()) {
            keepWithin(set == null ? command.standard() : set, command);
        }
        return List.of(new PackageAdmitted(command.scope(), command.pkg(), command.at()));
    }

    private void keepWithin(ScopeQuota quota, AdmitPackage command) {
        var scope = command.scope().text();
        var weekAgo = command.at().minus(WEEK);
        var young = taken.stream().filter(room -> room.since().isAfter(weekAgo)).count();
        if (young >= quota.newPackages()) {
            throw new Refused(
                    new Refusal.OfScopes.WeeklyPackageLimitReached(scope, quota.newPackages()));
        }
        if (taken.size() >= quota.packages()) {
            throw new Refused(new Refusal.OfScopes.PackageLimitReached(scope, quota.packages()));
        }
    }

    Rooms on(ScopeEvent event) {
        return switch (event) {
            case PackageAdmitted(_, var pkg, var at) -> {
                var more = new ArrayList<>(taken);
                more.add(new Room(pkg, at));
                yield new Rooms(more);
            }
            case PackageDismissed(_, var pkg) ->
                    new Rooms(taken.stream().filter(room -> !isSame(room.pkg(), pkg)).toList());
            default -> this;
        };
    }

    /// Hyphens do not count in package names either.
    private static boolean isSame(String one, String other) {
        return one.replace("-", "").equals(other.replace("-", ""));
    }
}
