package varve.command.pkg;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageCommand;
import varve.contract.pkg.PackageCommand.AbandonDeletion;
import varve.contract.pkg.PackageCommand.ArchivePackage;
import varve.contract.pkg.PackageCommand.BeginDeletion;
import varve.contract.pkg.PackageCommand.CreateNpmPackage;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageCommand.DeletePackage;
import varve.contract.pkg.PackageCommand.DescribePackage;
import varve.contract.pkg.PackageCommand.DistrustPublisher;
import varve.contract.pkg.PackageCommand.FeaturePackage;
import varve.contract.pkg.PackageCommand.LinkRepository;
import varve.contract.pkg.PackageCommand.MovePackage;
import varve.contract.pkg.PackageCommand.RemoveTag;
import varve.contract.pkg.PackageCommand.SetPackageVisibility;
import varve.contract.pkg.PackageCommand.SetReadmeSource;
import varve.contract.pkg.PackageCommand.SetRuntimeCompat;
import varve.contract.pkg.PackageCommand.SetTag;
import varve.contract.pkg.PackageCommand.TrustPublisher;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.DeletionAbandoned;
import varve.contract.pkg.PackageEvent.DeletionBegun;
import varve.contract.pkg.PackageEvent.NpmPackageCreated;
import varve.contract.pkg.PackageEvent.PackageArchived;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageDeleted;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageEvent.PackageFeatured;
import varve.contract.pkg.PackageEvent.PackageMoved;
import varve.contract.pkg.PackageEvent.PackageUnarchived;
import varve.contract.pkg.PackageEvent.PackageUnfeatured;
import varve.contract.pkg.PackageEvent.PackageVisibilitySet;
import varve.contract.pkg.PackageEvent.PublisherDistrusted;
import varve.contract.pkg.PackageEvent.PublisherTrusted;
import varve.contract.pkg.PackageEvent.ReadmeSourceSet;
import varve.contract.pkg.PackageEvent.RepositoryLinked;
import varve.contract.pkg.PackageEvent.RepositoryUnlinked;
import varve.contract.pkg.PackageEvent.RuntimeCompatSet;
import varve.contract.pkg.PackageEvent.TagRemoved;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.scope.Visibility;
import varve.eventlog.Subject;

/// What must be remembered of a package.
public sealed interface Pkg {
    int LONGEST_DESCRIPTION_BYTES = 250;
    int MOST_TRUSTED = 20;

    Subject<Pkg, PackageCommand, PackageEvent> SUBJECT =
            Rules.of("package", Pkg.class, new Absent(), Pkg::decide, Pkg::on);

    record Absent() implements Pkg {}

    /// @param ref as its creator spelled it; other spellings of it name no package
    record Present(PackageRef ref, Kind kind, Details details) implements Pkg {}

    /// Somebody deletes it and looks whether anything was published; nothing can be, meanwhile.
    record Leaving(Present before) implements Pkg {}

    /// It goes on under another name. What was published stays where it is.
    record Moved(Present before, PackageRef to) implements Pkg {}

    /// What is known of it, whatever is happening to it.
    default Optional<Present> known() {
        return switch (this) {
            case Absent() -> Optional.empty();
            case Present present -> Optional.of(present);
            case Leaving(var before) -> Optional.of(before);
            case Moved(var before, _) -> Optional.of(before);
        };
    }

    /// Whether a package exists under exactly this spelling.
    default boolean exists(PackageRef spelled) {
        return known().filter(present -> present.ref().equals(spelled)).isPresent();
    }

    default List<PackageEvent> decide(PackageCommand command) {
        return switch (command) {
            case CreatePackage(var ref) -> {
                ref.requirePlain();
                known().ifPresent(present -> {
                    throw new Refused(new Refusal.PackageAlreadyExists(present.ref().text()));
                });
                yield List.of(new PackageCreated(ref));
            }
            case CreateNpmPackage create -> createNpm(create);
            case SetTag(var ref, var tag, var version) -> {
                if (changeable(ref).kind() == Kind.SOURCE && tag.equals(TagName.LATEST)) {
                    throw new Refused(
                            new Refusal.Malformed(
                                    "the latest version of sources is the highest one"));
                }
                yield List.of(new TagSet(ref, tag, version));
            }
            case RemoveTag(var ref, var tag) -> {
                changeable(ref);
                if (tag.equals(TagName.LATEST)) {
                    throw new Refused(new Refusal.TagNeeded(tag.text()));
                }
                yield List.of(new TagRemoved(ref, tag));
            }
            case ArchivePackage(var ref, var archived) ->
                    unless(
                            present(ref).details().archived() == archived,
                            archived ? new PackageArchived(ref) : new PackageUnarchived(ref));
            case BeginDeletion(var ref) ->
                    unless(this instanceof Leaving, new DeletionBegun(named(ref).ref()));
            case AbandonDeletion(var ref) ->
                    unless(!(this instanceof Leaving), new DeletionAbandoned(ref));
            case DeletePackage(var ref) ->
                    switch (this) {
                        case Leaving _ -> List.of(new PackageDeleted(ref));
                        case Absent() -> List.of();
                        // its deletion was given up meanwhile
                        case Present _, Moved _ ->
                                throw new Refused(new Refusal.Contended(ref.stream()));
                    };
            case MovePackage(var ref, var to) -> {
                changeable(ref);
                yield List.of(new PackageMoved(ref, to));
            }
            default -> change(changeable(command.pkg()).details(), command);
        };
    }

    private static List<PackageEvent> change(Details now, PackageCommand command) {
        var ref = command.pkg();
        return switch (command) {
            case DescribePackage(_, var text) ->
                    unless(now.description().equals(text), new PackageDescribed(ref, text));
            case LinkRepository(_, var repository) when repository == null ->
                    unless(now.repository() == null, new RepositoryUnlinked(ref));
            case LinkRepository(_, var repository) ->
                    unless(
                            repository.equals(now.repository()),
                            new RepositoryLinked(ref, repository));
            case SetRuntimeCompat(_, var compat) ->
                    unless(now.compat().equals(compat), new RuntimeCompatSet(ref, compat));
            case SetReadmeSource(_, var source) ->
                    unless(now.readme() == source, new ReadmeSourceSet(ref, source));
            case FeaturePackage(_, var featured) ->
                    unless(
                            now.featured() == featured,
                            featured ? new PackageFeatured(ref) : new PackageUnfeatured(ref));
            case SetPackageVisibility(_, var visibility) ->
                    unless(
                            now.visibility() == visibility,
                            new PackageVisibilitySet(ref, visibility));
            case TrustPublisher(_, var publisher) -> {
                if (now.trusted().size() >= MOST_TRUSTED) {
                    throw new Refused(
                            new Refusal.Malformed(
                                    "a package trusts at most " + MOST_TRUSTED + " workflows"));
                }
                yield List.of(new PublisherTrusted(ref, publisher));
            }
            case DistrustPublisher(_, var id) ->
                    unless(
                            now.trusted().stream().noneMatch(one -> one.id().equals(id)),
                            new PublisherDistrusted(ref, id));
            default -> throw new IllegalStateException("nothing is changed by " + command);
        };
    }

    default Pkg on(PackageEvent event) {
        return switch (event) {
            case PackageCreated(var ref) -> new Present(ref, Kind.SOURCE, Details.NONE);
            case NpmPackageCreated(var ref) -> new Present(ref, Kind.NPM, Details.NONE);
            case PackageDeleted _ -> new Absent();
            case DeletionBegun _ -> known().<Pkg>map(Leaving::new).orElse(this);
            case DeletionAbandoned _ -> known().<Pkg>map(p -> p).orElse(this);
            case PackageMoved(_, var to) -> known().<Pkg>map(p -> new Moved(p, to)).orElse(this);
            default ->
                    this instanceof Present(var ref, var kind, var details)
                            ? new Present(ref, kind, details.on(event))
                            : this;
        };
    }

    /// Two first publishes at the same moment both make the package; the second is no news.
    private List<PackageEvent> createNpm(CreateNpmPackage command) {
        var ref = command.pkg();
        return switch (this) {
            case Absent() ->
                    command.visibility() == Visibility.PUBLIC
                            ? List.of(new NpmPackageCreated(ref))
                            : List.of(
                                    new NpmPackageCreated(ref),
                                    new PackageVisibilitySet(ref, command.visibility()));
            case Present _, Leaving _, Moved _ when !exists(ref) ->
                    throw new Refused(new Refusal.PackageAlreadyExists(ref.text()));
            case Present _, Leaving _, Moved _ -> {
                npm(ref);
                yield List.of();
            }
        };
    }

    /// Whoever goes on works with an npm package under exactly this spelling.
    private void npm(PackageRef spelled) {
        expect(spelled, Kind.NPM);
    }

    /// @throws Refused when there is no package under exactly this spelling, one of another kind,
    ///   or one that takes in nothing new
    default void expect(PackageRef spelled, Kind wanted) {
        if (changeable(spelled).kind() != wanted) {
            throw new Refused(new Refusal.OtherKindOfPackage(spelled.text()));
        }
    }

    private Present changeable(PackageRef spelled) {
        var present = present(spelled);
        if (present.details().archived()) {
            throw new Refused(new Refusal.OfScopes.PackageArchived(spelled.text()));
        }
        return present;
    }

    private Present present(PackageRef spelled) {
        return switch (this) {
            case Present present when present.ref().equals(spelled) -> present;
            case Moved(var before, var to) when before.ref().equals(spelled) ->
                    throw new Refused(new Refusal.OfScopes.PackageMoved(spelled.text(), to.text()));
            case Present _, Moved _, Leaving _, Absent _ ->
                    throw new Refused(new Refusal.PackageNotFound(spelled.text()));
        };
    }

    private Present named(PackageRef spelled) {
        return known().filter(present -> Objects.equals(present.ref(), spelled))
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(spelled.text())));
    }

    private static List<PackageEvent> unless(boolean soAlready, PackageEvent event) {
        return soAlready ? List.of() : List.of(event);
    }
}
