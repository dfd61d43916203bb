package varve.command.pkg;

import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageCommand.DescribePackage;
import varve.contract.pkg.PackageCommand.LinkRepository;
import varve.contract.pkg.PackageCommand.MovePackage;
import varve.contract.pkg.PackageCommand.SetPackageVisibility;
import varve.contract.pkg.PackageCommand.SetReadmeSource;
import varve.contract.pkg.PackageCommand.SetRuntimeCompat;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Lets a package go on under another name or in another scope. Published versions stay where they
/// are, since lock files point there and module addresses cannot redirect; whoever asks about the
/// package is led to its new place, and only there new versions are published.
@Component
class Moving {
    private final Commands commands;
    private final States states;
    private final Creation creation;

    Moving(Commands commands, States states, Creation creation) {
        this.commands = commands;
        this.states = states;
        this.creation = creation;
    }

    /// @param granted by staff, beyond limits
    /// @return position of the last fact
    /// @throws Refused when there is no such package, or one at the new place
    long move(PackageRef from, PackageRef to, boolean granted, Caller caller) {
        var before = states.of(Pkg.SUBJECT, from.stream());
        var kind = before.known().map(Pkg.Present::kind).orElse(Kind.SOURCE);
        before.expect(from, kind);
        if (states.of(Pkg.SUBJECT, to.stream()).known().isPresent()) {
            throw new Refused(new Refusal.PackageAlreadyExists(to.text()));
        }
        creation.create(to, kind, granted, caller);
        before.known().ifPresent(known -> copy(known.details(), to, caller));
        return commands.send(new MovePackage(from, to), caller).position();
    }

    private void copy(Details details, PackageRef to, Caller caller) {
        commands.send(new SetPackageVisibility(to, details.visibility()), caller);
        commands.send(new DescribePackage(to, details.description()), caller);
        commands.send(new LinkRepository(to, details.repository()), caller);
        commands.send(new SetRuntimeCompat(to, details.compat()), caller);
        commands.send(new SetReadmeSource(to, details.readme()), caller);
    }
}
