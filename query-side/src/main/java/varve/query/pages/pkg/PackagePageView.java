package varve.query.pages.pkg;

import varve.query.pages.readme.Readme;

import java.util.List;
import java.util.Optional;

/// What the page about a package shows.
public record PackagePageView(
        PackageHead head, List<Installing> installing, Optional<Readme> readme) {}
