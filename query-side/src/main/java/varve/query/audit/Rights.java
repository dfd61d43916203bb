package varve.query.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.query.Round;

/// By which right somebody did something, or could have.
@Component
public class Rights {
    static final String USER = "user:";
    static final String STAFF = "staff:";
    private static final String REGISTRY = "registry:";

    private final Past past;

    Rights(Past past) {
        this.past = past;
    }

    /// @param as `member`, `admin`, `team`, `staff`, `registry` …
    /// @param scope in which, if in one
    /// @param since position of the fact that gave the right, if there is one
    public record Right(String as, @Nullable String scope, @Nullable Long since) {}

    /// Somebody who may.
    ///
    /// @param actor as the log writes them
    public record Holder(String actor, Right right) {}

    /// Finds rights for the entries of one answer, asking about each scope once.
    public Lookup lookup() {
        return new Lookup(past, new HashMap<>(), new ArrayList<>());
    }

    /// The same for entries of one scope, about which it is asked now.
    public Lookup lookup(String scope) {
        return Round.of(
                () -> past.members(scope),
                () -> past.ofStaff(Long.MAX_VALUE),
                (members, staff) ->
                        new Lookup(
                                past,
                                new HashMap<>(Map.of(scope, members)),
                                new ArrayList<>(List.of(staff))));
    }

    /// @param members of the scopes asked about
    /// @param staff how people came to be staff, once somebody has asked
    public record Lookup(Past past, Map<String, Membership> members, List<List<Past.Step>> staff) {
        /// By which right an entry came about. A scope's first fact needs none: the name was free.
        public Optional<Right> of(AuditEntries.Entry entry) {
            return of(entry.actor(), entry.scope(), entry.position());
        }

        /// By which right somebody got a wish granted at this position.
        public Optional<Right> of(String actor, @Nullable String scope, long position) {
            if (actor.startsWith(STAFF)) {
                return staff(actor.substring(STAFF.length()), position - 1);
            }
            if (actor.startsWith(REGISTRY)) {
                return Optional.of(new Right("registry", null, null));
            }
            return scope == null || !actor.startsWith(USER)
                    ? Optional.empty()
                    : in(scope)
                            .before(actor.substring(USER.length()), position)
                            .map(held -> right(scope, held));
        }

        private Membership in(String scope) {
            return members.computeIfAbsent(scope, past::members);
        }

        private Optional<Right> staff(String user, long upTo) {
            if (staff.isEmpty()) {
                staff.add(past.ofStaff(Long.MAX_VALUE));
            }
            return Optional.ofNullable(Rights.staff(staff.getFirst(), upTo).get(user))
                    .map(since -> new Right("staff", null, since));
        }
    }

    private static Map<String, Long> staff(List<Past.Step> steps, long upTo) {
        var staff = new LinkedHashMap<String, Long>();
        for (var step : steps) {
            if (step.position() > upTo) {
                return staff;
            }
            if (step.event().equals("user.staff-appointed")) {
                staff.put(step.text("user"), step.position());
            } else {
                staff.remove(step.text("user"));
            }
        }
        return staff;
    }

    static Right right(String scope, Membership.Held held) {
        return new Right(held.role().toLowerCase(Locale.ROOT), scope, held.since());
    }
}
