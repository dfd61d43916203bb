package varve.query;

import java.util.Map;
import varve.contract.Refusal;
import varve.contract.Refused;

/// The orders in which a list can be had; a leading `!` reverses one.
///
/// @param columns by the name that clients use
/// @param last decides between what is otherwise alike
public record Sorting(Map<String, String> columns, String last) {
    public Sorting {
        columns = Map.copyOf(columns);
    }

    /// @param sortBy empty for the usual order
    /// @return what follows `order by`
    /// @throws Refused when there is no such order
    public String by(String sortBy) {
        if (sortBy.isEmpty()) {
            return last;
        }
        boolean reversed = sortBy.startsWith("!");
        var column = columns.get(reversed ? sortBy.substring(1) : sortBy);
        if (column == null) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'sortBy' is one of " + columns.keySet().stream().sorted().toList()));
        }
        return column + (reversed ? " desc, " : ", ") + last;
    }
}
