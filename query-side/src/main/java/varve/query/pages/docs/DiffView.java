package varve.query.pages.docs;

import java.util.List;
import java.util.Optional;
import varve.query.docs.Differences;
import varve.query.pages.pkg.PackageHead;

/// What the page about differences shows.
///
/// @param choices versions to choose from, newest first
/// @param found absent while nothing is chosen
public record DiffView(
        PackageHead head,
        List<String> choices,
        String from,
        String to,
        Optional<Differences> found) {}
