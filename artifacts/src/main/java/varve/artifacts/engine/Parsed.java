package varve.artifacts.engine;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A module's syntax.
///
/// @param program TS-ESTree, positions in UTF-16 units; a missing node after fatal errors
public record Parsed(JsonNode program, List<Comment> comments, List<Complaint> complaints) {
    public Parsed {
        comments = List.copyOf(comments);
        complaints = List.copyOf(complaints);
    }
}
