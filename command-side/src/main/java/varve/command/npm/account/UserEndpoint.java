package varve.command.npm.account;

import static varve.contract.Refused.unlessGiven;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.account.SignIn;
import varve.command.account.SignUp;
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.command.token.TokenLabels;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.Login;
import varve.contract.account.UserId;
import varve.contract.token.Grant;
import varve.contract.token.TokenKind;

/// `npm login --auth-type=legacy`, `npm adduser` and `npm logout`, in the manner of CouchDB: a user
/// is a document that one puts. Whoever is there already and puts it again hears 409, and comes
/// back with name and password in the `Authorization` header, which signs in.
@RestController
class UserEndpoint {
    private static final String USER = "org.couchdb.user:";
    private static final String ONE_TIME_CODE = "npm-otp";
    static final Duration LIFE = Duration.ofDays(365);

    private final SignIn signIn;
    private final SignUp signUp;
    private final Mint mint;
    private final TokenLabels labels;

    UserEndpoint(SignIn signIn, SignUp signUp, Mint mint, TokenLabels labels) {
        this.signIn = signIn;
        this.signUp = signUp;
        this.mint = mint;
        this.labels = labels;
    }

    record User(@Nullable String name, @Nullable String password, @Nullable String email) {
        @Override
        public String toString() {
            return "User[…]";
        }
    }

    /// CouchDB's answer, with a token beside it.
    record SignedIn(String ok, String id, String rev, String token) {}

    @PutMapping({"/~npm/-/user/{id}", "/~npm/-/user/{id}/-rev/{revision}"})
    ResponseEntity<SignedIn> put(
            @PathVariable String id,
            @RequestBody User user,
            HttpServletRequest request,
            Caller caller) {
        var login = login(id, user);
        var basic = basic(request);
        if (basic.isPresent()) {
            if (!basic.get().name().equals(login.text())) {
                throw new Refused(new Refusal.Malformed("two names are given"));
            }
            var known =
                    signIn.signIn(
                            login.text(),
                            basic.get().password(),
                            request.getHeader(ONE_TIME_CODE),
                            address(request));
            return done(known, login, "you are authenticated as", request, caller);
        }
        var password = unlessGiven(user.password(), "password");
        if (signIn.isTaken(login) || !signUp.isOpen()) {
            signIn.signIn(
                    login.text(), password, request.getHeader(ONE_TIME_CODE), address(request));
            throw new Refused(new Refusal.OfPeople.LoginTaken(login.text()));
        }
        var mail = user.email();
        var wish =
                new SignUp.Wish(
                        login, password, mail == null || mail.isBlank() ? null : mail, null);
        var created = signUp.signUp(wish, address(request), caller);
        return done(created, login, "created user", request, caller);
    }

    /// Tells nothing that the asker does not know already, so that nobody learns who is here.
    @GetMapping("/~npm/-/user/{id}")
    Map<String, Object> get(@PathVariable String id) {
        var login = login(id, new User(null, null, null));
        return Map.of("_id", id, "_rev", "1-0", "name", login.text(), "type", "user");
    }

    /// `npm logout`: the token does not work any more.
    @DeleteMapping("/~npm/-/user/token/{token}")
    Map<String, Object> logout(@PathVariable String token, Caller caller) {
        var owner = caller.person();
        var sha256 = Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
        var found =
                labels.withSecret(sha256, owner)
                        .orElseThrow(() -> new Refused(new Refusal.TokenNotFound("like this")));
        mint.revoke(found, caller);
        return Map.of("ok", true);
    }

    private ResponseEntity<SignedIn> done(
            UserId user, Login login, String what, HttpServletRequest request, Caller caller) {
        var label = Label.of("npm login", request);
        var minted =
                mint.issue(
                        TokenKind.PERSONAL,
                        user,
                        new Grant.Everything(),
                        LIFE,
                        label,
                        caller.as(user));
        var told =
                new SignedIn(
                        what + " '" + login.text() + "'",
                        USER + login.text(),
                        "1-0",
                        minted.secret().text());
        return ResponseEntity.status(HttpStatus.CREATED).body(told);
    }

    private static Login login(String id, User user) {
        var name = id.startsWith(USER) ? id.substring(USER.length()) : "";
        if (user.name() != null && !user.name().equals(name)) {
            throw new Refused(new Refusal.Malformed("the name is not the one in the address"));
        }
        return Login.of(name);
    }

    private static String address(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    private record Basic(String name, String password) {}

    private static Optional<Basic> basic(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            var text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Basic(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.Malformed("'Authorization' is not base64"));
        }
    }
}
