package varve.query.pages.preview;

import java.util.List;

/// What a picture says, from top to bottom.
///
/// @param above beside the registry's mark
/// @param owner what stands before the name, such as `@luca/`; empty for none
/// @param version empty for none
/// @param facts in a few letters each
record Preview(
        String above,
        String owner,
        String name,
        String version,
        String description,
        List<String> facts) {}
