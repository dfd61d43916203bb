package varve.command.pkg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.PackageArchived;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageEvent.PackageFeatured;
import varve.contract.pkg.PackageEvent.PackageUnarchived;
import varve.contract.pkg.PackageEvent.PackageUnfeatured;
import varve.contract.pkg.PackageEvent.PackageVisibilitySet;
import varve.contract.pkg.PackageEvent.PublisherDistrusted;
import varve.contract.pkg.PackageEvent.PublisherTrusted;
import varve.contract.pkg.PackageEvent.ReadmeSourceSet;
import varve.contract.pkg.PackageEvent.RepositoryLinked;
import varve.contract.pkg.PackageEvent.RepositoryUnlinked;
import varve.contract.pkg.PackageEvent.RuntimeCompatSet;
import varve.contract.pkg.ReadmeSource;
import varve.contract.pkg.RuntimeCompat;
import varve.contract.pkg.SourceRepository;
import varve.contract.pkg.TrustedPublisher;
import varve.contract.scope.Visibility;

/// What people have said about a package.
public record Details(
        String description,
        @Nullable SourceRepository repository,
        RuntimeCompat compat,
        ReadmeSource readme,
        boolean archived,
        boolean featured,
        Visibility visibility,
        List<TrustedPublisher> trusted) {
    static final Details NONE =
            new Details(
                    "",
                    null,
                    RuntimeCompat.UNKNOWN,
                    ReadmeSource.README,
                    false,
                    false,
                    Visibility.PUBLIC,
                    List.of());

    Details on(PackageEvent event) {
        return switch (event) {
            case PackageDescribed(_, var text) ->
                    new Details(
                            text,
                            repository,
                            compat,
                            readme,
                            archived,
                            featured,
                            visibility,
                            trusted);
            case RepositoryLinked(_, var linked) -> with(linked);
            case RepositoryUnlinked _ -> with(null);
            case RuntimeCompatSet(_, var set) ->
                    new Details(
                            description,
                            repository,
                            set,
                            readme,
                            archived,
                            featured,
                            visibility,
                            trusted);
            case ReadmeSourceSet(_, var set) ->
                    new Details(
                            description,
                            repository,
                            compat,
                            set,
                            archived,
                            featured,
                            visibility,
                            trusted);
            case PackageArchived _ -> archived(true);
            case PackageUnarchived _ -> archived(false);
            case PackageFeatured _ -> featured(true);
            case PackageUnfeatured _ -> featured(false);
            case PackageVisibilitySet(_, var set) ->
                    new Details(
                            description,
                            repository,
                            compat,
                            readme,
                            archived,
                            featured,
                            set,
                            trusted);
            case PublisherTrusted(_, var publisher) -> {
                var all = new ArrayList<>(trusted);
                all.add(publisher);
                yield trusting(all);
            }
            case PublisherDistrusted(_, var id) ->
                    trusting(trusted.stream().filter(one -> !one.id().equals(id)).toList());
            default -> this;
        };
    }

    private Details with(@Nullable SourceRepository linked) {
        return new Details(
                description, linked, compat, readme, archived, featured, visibility, trusted);
    }

    private Details trusting(List<TrustedPublisher> publishers) {
        return new Details(
                description,
                repository,
                compat,
                readme,
                archived,
                featured,
                visibility,
                List.copyOf(publishers));
    }

    private Details archived(boolean so) {
        return new Details(
                description, repository, compat, readme, so, featured, visibility, trusted);
    }

    private Details featured(boolean so) {
        return new Details(
                description, repository, compat, readme, archived, so, visibility, trusted);
    }
}
