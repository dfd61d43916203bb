package varve.command.pkg;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageCommand;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageCommand.DescribePackage;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Subject;

/// What must be remembered of a package.
public sealed interface Pkg {
    int LONGEST_DESCRIPTION_BYTES = 250;

    Subject<Pkg, PackageCommand, PackageEvent> SUBJECT =
            Rules.of("package", Pkg.class, new Absent(), Pkg::decide, Pkg::on);

    record Absent() implements Pkg {}

    /// @param ref as its creator spelled it; other spellings of it name no package
    record Present(PackageRef ref, String description) implements Pkg {}

    /// Whether a package exists under exactly this spelling.
    default boolean exists(PackageRef spelled) {
        return this instanceof Present(var ref, _) && ref.equals(spelled);
    }

    default List<PackageEvent> decide(PackageCommand command) {
        return switch (command) {
            case CreatePackage(var ref) -> {
                if (this instanceof Present(var taken, _)) {
                    throw new Refused(new Refusal.PackageAlreadyExists(taken.text()));
                }
                yield List.of(new PackageCreated(ref));
            }
            case DescribePackage(var ref, var text) ->
                    switch (this) {
                        case Present(var own, var before) when own.equals(ref) ->
                                before.equals(text)
                                        ? List.of()
                                        : List.of(new PackageDescribed(ref, text));
                        case Present _, Absent _ ->
                                throw new Refused(new Refusal.PackageNotFound(ref.text()));
                    };
        };
    }

    default Pkg on(PackageEvent event) {
        return switch (event) {
            case PackageCreated(var ref) -> new Present(ref, "");
            case PackageDescribed(var ref, var text) -> new Present(ref, text);
        };
    }
}
