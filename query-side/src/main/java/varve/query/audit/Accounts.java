package varve.query.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who was staff, and who could do nothing at all, at a point of the log.
///
/// @param staff by id, with the position of the fact that made them so
/// @param closed ids of those who were blocked or had been erased
record Accounts(Map<String, Long> staff, Set<String> closed) {

    /// @param steps all that happened to accounts up to then
    static Accounts of(List<Past.Step> steps) {
        var staff = new LinkedHashMap<String, Long>();
        var closed = new HashSet<String>();
        for (var step : steps) {
            var user = step.text("user");
            switch (step.event()) {
                case "user.staff-appointed" -> staff.put(user, step.position());
                case "user.staff-dismissed" -> staff.remove(user);
                case "user.blocked", "user.erased" -> closed.add(user);
                case "user.unblocked" -> closed.remove(user);
                default -> {}
            }
        }
        return new Accounts(staff, closed);
    }
}
