package varve.command.account;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;

/// Where somebody types a one-time code for a program of theirs that waits for it.
@RestController
class PresenceForm {
    private final Presence presence;
    private final Access access;

    PresenceForm(Presence presence, Access access) {
        this.presence = presence;
        this.access = access;
    }

    /// @param code of the page
    @PostMapping("/auth/present")
    ResponseEntity<Void> confirm(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String oneTimeCode,
            Caller caller) {
        presence.confirm(code, access.interactive(caller), oneTimeCode);
        return Redirect.to("/auth/decided?decision=APPROVED");
    }
}
