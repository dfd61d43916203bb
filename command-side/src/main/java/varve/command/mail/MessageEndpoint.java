package varve.command.mail;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.account.Redirect;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Taking messages away that one has read.
@RestController
class MessageEndpoint {
    private final JdbcClient db;
    private final Access access;

    MessageEndpoint(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /// Also when it is gone already.
    @DeleteMapping("/api/user/messages/{id}")
    ResponseEntity<Void> dismiss(@PathVariable String id, Caller caller) {
        remove(id, caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/account/messages/{id}/dismiss")
    ResponseEntity<Void> dismissByForm(@PathVariable String id, Caller caller) {
        remove(id, caller);
        return Redirect.to("/account");
    }

    private void remove(String id, Caller caller) {
        var owner = access.interactive(caller);
        var message = uuid(id);
        db.sql("delete from varve_vault.message where id = ? and owner = ?")
                .params(message, owner.uuid())
                .update();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.Malformed("'" + id + "' is no id"));
        }
    }
}
