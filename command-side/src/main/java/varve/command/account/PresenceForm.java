package varve.command.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;

/// Where somebody types a one-time code, or shows a passkey, for a program of theirs that waits for
/// it.
@RestController
class PresenceForm {
    private final Presence presence;
    private final SecondFactor second;
    private final Passkeys passkeys;
    private final Access access;

    PresenceForm(Presence presence, SecondFactor second, Passkeys passkeys, Access access) {
        this.second = second;
        this.passkeys = passkeys;
        this.presence = presence;
        this.access = access;
    }

    /// @param code of the page
    @PostMapping("/auth/present")
    ResponseEntity<Void> confirm(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String oneTimeCode,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            Caller caller) {
        var user = access.interactive(caller);
        if (passkey.isEmpty()) {
            second.require(user, oneTimeCode);
        } else {
            passkeys.check(user, passkey, request, caller);
        }
        presence.confirm(code, user);
        return Redirect.to("/auth/decided?decision=APPROVED");
    }
}
