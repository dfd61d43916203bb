package varve.command.account;

import static varve.contract.Refused.unlessGiven;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.token.FreshSecret;

/// Setting up and giving up a second factor, by program and by form. What was set up by staff is
/// nothing: they can only take away what somebody has lost.
@RestController
class SecondFactorEndpoint {
    private final SecondFactorSetup setup;
    private final Passkeys passkeys;
    private final Access access;

    SecondFactorEndpoint(SecondFactorSetup setup, Passkeys passkeys, Access access) {
        this.passkeys = passkeys;
        this.setup = setup;
        this.access = access;
    }

    /// @param code of the authenticator, or for recovery
    record Proof(@Nullable String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Proof[…]";
        }
    }

    /// @param recoveryCodes each good once, told only here
    record Confirmed(List<String> recoveryCodes) {}

    @PostMapping("/api/user/second-factor")
    SecondFactor.Enrolment begin(
            @RequestBody Proof given, HttpServletRequest request, Caller caller) {
        return begin(unlessGiven(given.password(), "password"), request, caller);
    }

    @PostMapping("/api/user/second-factor/confirm")
    Confirmed confirm(@RequestBody Proof given, Caller caller) {
        return new Confirmed(confirm(unlessGiven(given.code(), "code"), caller));
    }

    @DeleteMapping("/api/user/second-factor")
    ResponseEntity<Void> remove(
            @RequestBody Proof given, HttpServletRequest request, Caller caller) {
        var user = access.interactive(caller);
        var password = unlessGiven(given.password(), "password");
        setup.prove(user, password, given.code(), request.getRemoteAddr());
        setup.remove(user, caller);
        return ResponseEntity.noContent().build();
    }

    /// For whoever has lost authenticator and recovery codes and has shown staff who they are.
    @DeleteMapping("/api/admin/users/{id}/second-factor")
    ResponseEntity<Void> removeByStaff(@PathVariable String id, Caller caller) {
        access.staff(caller);
        setup.remove(UserId.of(id), caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/account/second-factor")
    Written beginByForm(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Caller caller) {
        var told = begin(password, request, caller);
        new FreshSecret(told.secret() + "\n" + told.url()).attachTo(request::setAttribute);
        return new Written(0, "/account/second-factor/secret");
    }

    @PostMapping("/account/second-factor/confirm")
    Written confirmByForm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Caller caller) {
        var codes = String.join("\n", confirm(code, caller));
        new FreshSecret(codes).attachTo(request::setAttribute);
        return new Written(0, "/account/second-factor/recovery");
    }

    @PostMapping("/account/second-factor/remove")
    ResponseEntity<Void> removeByForm(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            Caller caller) {
        if (passkey.isEmpty()) {
            remove(new Proof(password, code), request, caller);
        } else {
            var user = access.interactive(caller);
            setup.prove(user, password, request.getRemoteAddr());
            passkeys.check(user, passkey, request, caller);
            setup.remove(user, caller);
        }
        return Redirect.to("/account");
    }

    private SecondFactor.Enrolment begin(
            String password, HttpServletRequest request, Caller caller) {
        return setup.begin(access.interactive(caller), password, request.getRemoteAddr());
    }

    private List<String> confirm(String code, Caller caller) {
        return setup.confirm(access.interactive(caller), code, caller);
    }
}
