package varve.command.pkg;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import varve.command.scope.Scope;
import varve.command.scope.UnusedRooms;
import varve.contract.Caller;
import varve.contract.pkg.PackageName;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeCommand.DismissPackage;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Room that has been taken for a while and holds no package: whoever took it died before the
/// package came into being, or after it was deleted.
@Component
class StaleRooms implements UnusedRooms {
    /// By then whoever made room has made the package, or never will.
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Commands commands;
    private final States states;
    private final Clock clock;

    StaleRooms(Commands commands, States states, Clock clock) {
        this.commands = commands;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public boolean giveBack(ScopeName scope, Caller caller) {
        if (!(states.of(Scope.SUBJECT, scope.stream()) instanceof Scope.Owned owned)) {
            return false;
        }
        var young = clock.instant().minus(STALE);
        var unused =
                owned.rooms().taken().stream()
                        .filter(room -> room.since().isBefore(young))
                        .map(room -> new PackageRef(scope, PackageName.of(room.pkg())))
                        .filter(pkg -> states.of(Pkg.SUBJECT, pkg.stream()) instanceof Pkg.Absent)
                        .toList();
        unused.forEach(pkg -> commands.send(new DismissPackage(scope, pkg.name().text()), caller));
        return !unused.isEmpty();
    }
}
