package varve.command.pkg;

import java.time.Clock;
import org.springframework.stereotype.Component;
import varve.command.scope.ScopeTerms;
import varve.command.scope.UnusedRooms;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageCommand;
import varve.contract.pkg.PackageCommand.CreateNpmPackage;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeCommand.AdmitPackage;
import varve.contract.scope.ScopeCommand.DismissPackage;
import varve.contract.scope.Visibility;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// How a package comes into being: room first, in the stream of its scope, which counts; then the
/// package. Room that led to nothing is found and given back when it is missed.
@Component
public class Creation {
    private final ScopeTerms terms;
    private final Commands commands;
    private final States states;
    private final UnusedRooms rooms;
    private final Clock clock;

    Creation(ScopeTerms terms, Commands commands, States states, UnusedRooms rooms, Clock clock) {
        this.terms = terms;
        this.commands = commands;
        this.states = states;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// @param granted by staff, beyond limits
    /// @return position of the last fact
    /// @throws Refused when there shall be no such package
    public long create(PackageRef ref, Kind kind, boolean granted, Caller caller) {
        var wish =
                switch (kind) {
                    case SOURCE -> new CreatePackage(ref);
                    case NPM -> new CreateNpmPackage(ref, Visibility.PUBLIC);
                };
        return create(wish, kind, granted, caller);
    }

    /// The same for an npm package that is never seen otherwise than this.
    public long createNpm(PackageRef ref, Visibility visibility, boolean granted, Caller caller) {
        return create(new CreateNpmPackage(ref, visibility), Kind.NPM, granted, caller);
    }

    private long create(PackageCommand wish, Kind kind, boolean granted, Caller caller) {
        var ref = wish.pkg();
        if (kind == Kind.SOURCE) {
            ref.requirePlain();
        }
        if (terms.names().isBlocked(ref.name().text())) {
            throw new Refused(
                    new Refusal.PackageNameNotAllowed(
                            ref.name().text(), "it holds a blocked word"));
        }
        states.of(Pkg.SUBJECT, ref.stream())
                .known()
                .filter(known -> kind == Kind.SOURCE || !known.ref().equals(ref))
                .ifPresent(known -> {
                    throw new Refused(new Refusal.PackageAlreadyExists(known.ref().text()));
                });
        admit(ref, granted, caller);
        return commands.send(wish, caller).position();
    }

    /// Gives the room of a package back that is no more.
    void dismiss(PackageRef ref, Caller caller) {
        commands.send(new DismissPackage(ref.scope(), ref.name().text()), caller);
    }

    private void admit(PackageRef ref, boolean granted, Caller caller) {
        var wish =
                new AdmitPackage(
                        ref.scope(), ref.name().text(), clock.instant(), terms.quota(), granted);
        try {
            commands.send(wish, caller);
        } catch (Refused refused) {
            boolean full =
                    refused.refusal() instanceof Refusal.OfScopes.PackageLimitReached
                            || refused.refusal()
                                    instanceof Refusal.OfScopes.WeeklyPackageLimitReached;
            if (!full || !rooms.giveBack(ref.scope(), caller)) {
                throw refused;
            }
            commands.send(wish, caller);
        }
    }
}
