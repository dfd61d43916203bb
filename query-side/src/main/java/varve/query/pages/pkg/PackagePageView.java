package varve.query.pages.pkg;

import java.util.List;
import java.util.Optional;
import varve.query.pages.readme.Readme;

/// What the page about a package shows.
///
/// @param mayChange whether the reader may set something
public record PackagePageView(
        PackageHead head,
        List<Installing> installing,
        Optional<Readme> readme,
        Standing standing,
        boolean mayChange) {}
