package varve.query.authorization;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.authorization.PendingAuthorizations;
import varve.contract.token.FreshSecret;
import varve.query.account.People;
import varve.query.account.UserView;

/// What is asked for, and what came of it.
@RestController
class AuthorizationEndpoint {
    private final ObjectProvider<PendingAuthorizations> pending;
    private final People people;

    AuthorizationEndpoint(ObjectProvider<PendingAuthorizations> pending, People people) {
        this.pending = pending;
        this.people = people;
    }

    /// JSR writes one of the names in another style here.
    record Details(
            String code,
            @JsonRawValue @Nullable String permissions,
            @JsonProperty("expires_at") Instant expiresAt) {}

    record Exchanged(String token, UserView user) {}

    @GetMapping("/api/authorizations/details/{code}")
    ResponseEntity<Details> details(@PathVariable String code, HttpServletRequest request) {
        var found = pending.getObject().pending(code, request.getRemoteAddr());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Details(found.code(), found.permissions(), found.expiresAt()));
    }

    /// Tells a token that was made for this very request; there is nothing here for others.
    @GetMapping("/api/users/{id}/fresh-token")
    Exchanged exchanged(@PathVariable String id, HttpServletRequest request) {
        var secret =
                FreshSecret.from(request::getAttribute)
                        .orElseThrow(() ->
                                new Refused(new Refusal.NoSuchRoute(request.getRequestURI())));
        return new Exchanged(secret.text(), people.one(UserId.of(id)));
    }
}
