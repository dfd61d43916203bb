package varve.artifacts.engine;

import java.util.List;

/// A module in another language: JavaScript or declarations.
///
/// @param mappings of the source map, version 3
/// @param names that the mappings speak of
public record Printed(
        String code, String mappings, List<String> names, List<Complaint> complaints) {
    public Printed {
        names = List.copyOf(names);
        complaints = List.copyOf(complaints);
    }
}
