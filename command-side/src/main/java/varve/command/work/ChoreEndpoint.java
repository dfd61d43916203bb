package varve.command.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// The operator's view of work that comes round again.
@RestController
class ChoreEndpoint {
    private static final String ALL =
            "select name, due, ended_at, outcome from varve_command.chore order by name";
    private static final String NOW = "update varve_command.chore set due = now() where name = ?";

    /// @param endedAt absent until it was done once
    /// @param outcome what came of it last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String name, Instant due, @Nullable Instant endedAt, @Nullable String outcome) {}

    private final JdbcClient db;
    private final Access access;

    ChoreEndpoint(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    @GetMapping("/api/admin/chores")
    List<View> all(Caller caller) {
        access.staff(caller);
        return db.sql(ALL)
                .query((row, _) ->
                        new View(
                                row.getString("name"),
                                row.getTimestamp("due").toInstant(),
                                moment(row.getTimestamp("ended_at")),
                                row.getString("outcome")))
                .list();
    }

    /// Has it done as soon as a node has a hand free, and not twice if it is being done already.
    @PostMapping("/api/admin/chores/{name}")
    ResponseEntity<Void> now(@PathVariable String name, Caller caller) {
        access.staff(caller);
        if (db.sql(NOW).param(name).update() == 0) {
            throw new Refused(new Refusal.NoSuchRoute("/api/admin/chores/" + name));
        }
        return ResponseEntity.accepted().build();
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
