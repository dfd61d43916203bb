package varve.command.pkg;

import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageCommand;
import varve.contract.pkg.PackageCommand.CreateNpmPackage;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageCommand.DescribePackage;
import varve.contract.pkg.PackageCommand.RemoveTag;
import varve.contract.pkg.PackageCommand.SetTag;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.NpmPackageCreated;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageEvent.TagRemoved;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.eventlog.Subject;

import java.util.List;

/// What must be remembered of a package.
public sealed interface Pkg {
    int LONGEST_DESCRIPTION_BYTES = 250;

    Subject<Pkg, PackageCommand, PackageEvent> SUBJECT =
            Rules.of("package", Pkg.class, new Absent(), Pkg::decide, Pkg::on);

    record Absent() implements Pkg {}

    /// @param ref as its creator spelled it; other spellings of it name no package
    record Present(PackageRef ref, Kind kind, String description) implements Pkg {}

    /// Whether a package exists under exactly this spelling.
    default boolean exists(PackageRef spelled) {
        return this instanceof Present(var ref, _, _) && ref.equals(spelled);
    }

    default List<PackageEvent> decide(PackageCommand command) {
        return switch (command) {
            case CreatePackage(var ref) -> {
                ref.requirePlain();
                if (this instanceof Present(var taken, _, _)) {
                    throw new Refused(new Refusal.PackageAlreadyExists(taken.text()));
                }
                yield List.of(new PackageCreated(ref));
            }
            case CreateNpmPackage(var ref) -> createNpm(ref);
            case SetTag(var ref, var tag, var version) -> {
                npm(ref);
                yield List.of(new TagSet(ref, tag, version));
            }
            case RemoveTag(var ref, var tag) -> {
                npm(ref);
                if (tag.equals(TagName.LATEST)) {
                    throw new Refused(new Refusal.TagNeeded(tag.text()));
                }
                yield List.of(new TagRemoved(ref, tag));
            }
            case DescribePackage(var ref, var text) ->
                    switch (this) {
                        case Present(var own, _, var before) when own.equals(ref) ->
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
            case PackageCreated(var ref) -> new Present(ref, Kind.SOURCE, "");
            case NpmPackageCreated(var ref) -> new Present(ref, Kind.NPM, "");
            case PackageDescribed(_, var text) ->
                    switch (this) {
                        case Present(var ref, var kind, _) -> new Present(ref, kind, text);
                        case Absent() -> this;
                    };
            case TagSet _, TagRemoved _ -> this;
        };
    }

    /// Two first publishes at the same moment both make the package; the second is no news.
    private List<PackageEvent> createNpm(PackageRef ref) {
        return switch (this) {
            case Absent() -> List.of(new NpmPackageCreated(ref));
            case Present _ when !exists(ref) ->
                    throw new Refused(new Refusal.PackageAlreadyExists(ref.text()));
            case Present _ -> {
                npm(ref);
                yield List.of();
            }
        };
    }

    /// Whoever goes on works with an npm package under exactly this spelling.
    private void npm(PackageRef spelled) {
        expect(spelled, Kind.NPM);
    }

    /// @throws Refused when there is no package under exactly this spelling, or one of another kind
    default void expect(PackageRef spelled, Kind wanted) {
        switch (this) {
            case Present(var ref, var kind, _) when ref.equals(spelled) -> {
                if (kind != wanted) {
                    throw new Refused(new Refusal.OtherKindOfPackage(spelled.text()));
                }
            }
            case Present _, Absent _ ->
                    throw new Refused(new Refusal.PackageNotFound(spelled.text()));
        }
    }
}
