package varve.command.ci;

import static varve.contract.Refused.unlessGiven;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// Staff say who somebody is elsewhere, where no single sign-on does.
@RestController
class IdentityEndpoint {
    private static final Set<String> PROVIDERS = Set.of("github", "gitlab");

    private final Access access;
    private final LinkedIdentities identities;

    IdentityEndpoint(Access access, LinkedIdentities identities) {
        this.access = access;
        this.identities = identities;
    }

    /// @param subject the other site's number for the person
    record Elsewhere(@Nullable String subject) {}

    @PutMapping("/api/admin/users/{id}/identities/{provider}")
    ResponseEntity<Void> link(
            @PathVariable String id,
            @PathVariable String provider,
            @RequestBody Elsewhere who,
            Caller caller) {
        access.staff(caller);
        var subject = unlessGiven(who.subject(), "subject");
        if (!PROVIDERS.contains(provider) || !subject.matches("[0-9]{1,20}")) {
            throw new Refused(new Refusal.Malformed("a provider's number for a person is needed"));
        }
        identities.link(provider, subject, UserId.of(id));
        return ResponseEntity.noContent().build();
    }
}
