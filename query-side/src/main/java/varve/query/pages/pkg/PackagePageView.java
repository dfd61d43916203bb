package varve.query.pages.pkg;

import java.util.List;
import java.util.Optional;
import varve.query.pages.readme.Readme;
import varve.query.version.Versions.DependencyView;

/// What the page about a package shows.
public record PackagePageView(
        PackageHead head,
        List<Installing> installing,
        Optional<Readme> readme,
        List<Dependency> dependencies) {

    /// What a version needs.
    ///
    /// @param kind `jsr` or `npm`
    public record Dependency(String kind, String name, String constraint) {
        static Dependency of(DependencyView view) {
            return new Dependency(view.kind(), view.name(), view.constraint());
        }

        public boolean isSource() {
            return kind.equals("jsr");
        }
    }
}
