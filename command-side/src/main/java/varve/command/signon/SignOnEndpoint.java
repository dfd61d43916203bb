package varve.command.signon;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.account.Passkeys;
import varve.command.account.PeoplePolicy;
import varve.command.account.Redirect;
import varve.command.account.SecondFactor;
import varve.command.account.Sessions;
import varve.command.account.SignIn;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// Signing in with an account elsewhere, and linking one, at JSR's addresses. What begins a journey
/// is a POST, so that no other site can send anybody on one.
@RestController
class SignOnEndpoint {
    private static final String COOKIE = "oauth_login_csrf";

    private final SignOn signOn;
    private final Journeys journeys;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Passkeys passkeys;
    private final SecondFactor second;
    private final SecondSteps steps;
    private final Access access;
    private final PeoplePolicy policy;

    SignOnEndpoint(
            SignOn signOn,
            Journeys journeys,
            Accounts accounts,
            Sessions sessions,
            SignIn signIn,
            Passkeys passkeys,
            SecondFactor second,
            SecondSteps steps,
            Access access,
            PeoplePolicy policy) {
        this.signOn = signOn;
        this.journeys = journeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.second = second;
        this.steps = steps;
        this.access = access;
        this.policy = policy;
    }

    @PostMapping("/login/{service}")
    ResponseEntity<Void> login(
            @PathVariable String service, @RequestParam(defaultValue = "") String redirect) {
        return away(service, Redirect.path(redirect), null);
    }

    /// Links an account elsewhere to one's own.
    @PostMapping("/connect/{service}")
    ResponseEntity<Void> connect(@PathVariable String service, Caller caller) {
        return away(service, "/account", access.interactive(caller));
    }

    @PostMapping("/disconnect/{service}")
    ResponseEntity<Void> disconnect(@PathVariable String service, Caller caller) {
        var user = access.interactive(caller);
        accounts.unlink(
                signOn.provider(service), user, signIn.hasPassword(user) || passkeys.has(user));
        return Redirect.to("/account");
    }

    @GetMapping("/login/callback/{service}")
    ResponseEntity<Void> back(
            @PathVariable String service,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            Caller caller) {
        var provider = signOn.provider(service);
        if (!isBrowsers(state, request)) {
            throw new Refused(new Refusal.OfPeople.InvalidOauthState());
        }
        var journey =
                journeys.end(state, service)
                        .orElseThrow(() -> new Refused(new Refusal.OfPeople.InvalidOauthState()));
        if (code.isEmpty()) {
            throw new Refused(new Refusal.OfPeople.SignOnFailed("the provider sent no code"));
        }
        var owner = journey.owner();
        if (owner != null && !owner.equals(access.interactive(caller))) {
            throw new Refused(new Refusal.OfPeople.InvalidOauthState());
        }
        var person = signOn.arrival(journey, provider, code);
        if (owner != null) {
            accounts.link(person, provider, owner);
            return home(journey.redirect());
        }
        var user = accounts.of(person, provider, caller);
        if (second.isOn(user)) {
            var browser = steps.begin(user, journey.redirect());
            var cookie = SecondStepForm.cookie(browser, SecondSteps.LONGEST, policy);
            return home("/sign-in/second", cookie);
        }
        return home(journey.redirect(), sessions.begin(user, request, caller));
    }

    private ResponseEntity<Void> away(String service, String redirect, @Nullable UserId owner) {
        var provider = signOn.provider(service);
        var journey = journeys.begin(service, redirect, owner);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(signOn.departure(journey, provider))
                .header(HttpHeaders.SET_COOKIE, cookie(journey.state(), Journeys.LONGEST))
                .build();
    }

    private ResponseEntity<Void> home(String redirect, String... cookies) {
        var home = ResponseEntity.status(HttpStatus.FOUND).location(URI.create(redirect));
        Stream.concat(Stream.of(cookie("", Duration.ZERO)), Arrays.stream(cookies))
                .forEach(cookie -> home.header(HttpHeaders.SET_COOKIE, cookie));
        return home.build();
    }

    /// Whether the browser that is back is the one that was sent.
    private static boolean isBrowsers(String state, HttpServletRequest request) {
        var cookies = request.getCookies();
        return !state.isEmpty()
                && cookies != null
                && Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .anyMatch(value -> MessageDigest.isEqual(bytes(value), bytes(state)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(policy.secureCookies())
                .path("/login/callback")
                .maxAge(life)
                .build()
                .toString();
    }
}
