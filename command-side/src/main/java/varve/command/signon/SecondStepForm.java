package varve.command.signon;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.account.Passkeys;
import varve.command.account.PeoplePolicy;
import varve.command.account.Redirect;
import varve.command.account.SecondFactor;
import varve.command.account.Sessions;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Where whoever has signed in elsewhere types a one-time code, or shows a passkey. The browser has
/// no session before.
@RestController
class SecondStepForm {
    static final String COOKIE = "second_step";
    private static final String PATH = "/sign-in/second";

    private final SecondSteps steps;
    private final SecondFactor second;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final PeoplePolicy policy;

    SecondStepForm(
            SecondSteps steps,
            SecondFactor second,
            Passkeys passkeys,
            Sessions sessions,
            PeoplePolicy policy) {
        this.steps = steps;
        this.second = second;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.policy = policy;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> show(
            @CookieValue(name = COOKIE, defaultValue = "") String browser,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            Caller caller) {
        var waiting =
                steps.waiting(browser)
                        .orElseThrow(() -> new Refused(new Refusal.OfPeople.InvalidOauthState()));
        try {
            if (passkey.isEmpty()) {
                second.require(waiting.user(), code);
            } else {
                passkeys.check(waiting.user(), passkey, request, caller);
            }
        } catch (Refused refused) {
            return again(refused);
        }
        if (!steps.end(browser)) {
            throw new Refused(new Refusal.OfPeople.InvalidOauthState());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(waiting.redirect()))
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, policy))
                .header(HttpHeaders.SET_COOKIE, sessions.begin(waiting.user(), request, caller))
                .build();
    }

    static String cookie(String value, Duration life, PeoplePolicy policy) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(policy.secureCookies())
                .path(PATH)
                .maxAge(life)
                .build()
                .toString();
    }

    private static ResponseEntity<Void> again(Refused refused) {
        if (!(refused.refusal() instanceof Refusal.OfPeople of)) {
            throw refused;
        }
        return Redirect.to(PATH + "?problem=" + of.getClass().getSimpleName());
    }
}
