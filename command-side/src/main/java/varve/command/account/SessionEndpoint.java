package varve.command.account;

import static varve.contract.Refused.unlessGiven;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.Login;

/// Signing up, in and out, for programs that speak JSON.
@RestController
class SessionEndpoint {
    private final SignIn signIn;
    private final SignUp signUp;
    private final Sessions sessions;

    SessionEndpoint(SignIn signIn, SignUp signUp, Sessions sessions) {
        this.signIn = signIn;
        this.signUp = signUp;
        this.sessions = sessions;
    }

    record Credentials(@Nullable String login, @Nullable String password, @Nullable String code) {}

    record NewAccount(
            @Nullable String login,
            @Nullable String password,
            @Nullable String mail,
            @Nullable String invitation) {}

    record SignedIn(String id) {}

    @PostMapping("/api/session")
    ResponseEntity<SignedIn> signIn(
            @RequestBody Credentials given, HttpServletRequest request, Caller caller) {
        var user =
                signIn.signIn(
                        unlessGiven(given.login(), "login"),
                        unlessGiven(given.password(), "password"),
                        given.code(),
                        request.getRemoteAddr());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, sessions.begin(user, request, caller))
                .body(new SignedIn(user.text()));
    }

    @PostMapping("/api/users")
    ResponseEntity<SignedIn> signUp(
            @RequestBody NewAccount given, HttpServletRequest request, Caller caller) {
        var wish =
                new SignUp.Wish(
                        Login.of(unlessGiven(given.login(), "login")),
                        unlessGiven(given.password(), "password"),
                        given.mail(),
                        given.invitation());
        var user = signUp.signUp(wish, request.getRemoteAddr(), caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, sessions.begin(user, request, caller))
                .body(new SignedIn(user.text()));
    }

    @DeleteMapping("/api/session")
    ResponseEntity<Void> signOut(Caller caller) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, sessions.end(caller))
                .build();
    }
}
