package varve.command.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;

/// Signing up, in and out with the forms of the pages. What is wrong is said on the page with the
/// form.
@RestController
class SignForm {
    private final SignIn signIn;
    private final SignUp signUp;
    private final Passkeys passkeys;
    private final Sessions sessions;

    SignForm(SignIn signIn, SignUp signUp, Passkeys passkeys, Sessions sessions) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.signUp = signUp;
        this.sessions = sessions;
    }

    /// @param passkey what an authenticator answered, instead of all others; empty for none
    @PostMapping("/sign-in")
    ResponseEntity<Void> signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = "") String redirect,
            HttpServletRequest request,
            Caller caller) {
        try {
            var user =
                    passkey.isEmpty()
                            ? signIn.signIn(login.strip(), password, code, request.getRemoteAddr())
                            : passkeys.signIn(passkey, request, caller);
            return Redirect.to(Redirect.path(redirect), sessions.begin(user, request, caller));
        } catch (Refused refused) {
            return again("/sign-in", refused, "redirect", redirect);
        }
    }

    @PostMapping("/sign-up")
    ResponseEntity<Void> signUp(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String invitation,
            HttpServletRequest request,
            Caller caller) {
        try {
            var wish =
                    new SignUp.Wish(
                            Login.of(login.strip()),
                            password,
                            mail.isBlank() ? null : mail.strip(),
                            invitation.isBlank() ? null : invitation.strip());
            var user = signUp.signUp(wish, request.getRemoteAddr(), caller);
            return Redirect.to("/account", sessions.begin(user, request, caller));
        } catch (Refused refused) {
            return again("/sign-up", refused, "invitation", invitation);
        }
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(Caller caller) {
        return Redirect.to("/", sessions.end(caller));
    }

    /// JSR's address for it.
    @GetMapping("/logout")
    ResponseEntity<Void> logout(@RequestParam(defaultValue = "/") String redirect, Caller caller) {
        return Redirect.to(Redirect.path(redirect), sessions.end(caller));
    }

    /// Only what the person can mend is said on the page; the rest is told as everywhere.
    private static ResponseEntity<Void> again(
            String form, Refused refused, String name, String value) {
        if (!(refused.refusal() instanceof Refusal.OfPeople of)) {
            throw refused;
        }
        var kept = value.isEmpty() ? "" : "&" + name + "=" + Redirect.encoded(value);
        return Redirect.to(form + "?problem=" + of.getClass().getSimpleName() + kept);
    }
}
