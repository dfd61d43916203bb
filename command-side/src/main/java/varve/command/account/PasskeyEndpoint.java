package varve.command.account;

import static varve.contract.Refused.unlessGiven;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import varve.command.Access;
import varve.command.account.PasskeyOptions.MakePasskey;
import varve.command.account.PasskeyOptions.ShowPasskey;
import varve.contract.Caller;
import varve.contract.account.PasskeyId;

/// Passkeys by program and by form: each way asks for a challenge first, has an authenticator
/// answer it, and hands the answer in.
@RestController
class PasskeyEndpoint {
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final PasskeyOptions options;
    private final SecondFactorSetup setup;
    private final Sessions sessions;
    private final Access access;

    PasskeyEndpoint(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            PasskeyOptions options,
            SecondFactorSetup setup,
            Sessions sessions,
            Access access) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.options = options;
        this.setup = setup;
        this.sessions = sessions;
        this.access = access;
    }

    /// @param password of whoever has one
    /// @param code of the authenticator of whoever has one, or for recovery
    record PasskeyProof(@Nullable String password, @Nullable String code) {
        @Override
        public String toString() {
            return "PasskeyProof[…]";
        }
    }

    /// @param credential the browser's `PublicKeyCredential` as JSON
    record NewPasskey(@Nullable String name, @Nullable JsonNode credential) {}

    /// @param credential the browser's `PublicKeyCredential` as JSON
    record ShownPasskey(@Nullable JsonNode credential) {}

    record AddedPasskey(String id) {}

    @PostMapping("/api/user/passkeys/challenge")
    ResponseEntity<MakePasskey> askForNew(
            @RequestBody PasskeyProof given, HttpServletRequest request, Caller caller) {
        var user = access.interactive(caller);
        setup.prove(user, given.password(), given.code(), request.getRemoteAddr());
        var begun = challenges.begin(user);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, begun.cookie())
                .body(options.make(user, begun.challenge()));
    }

    @PostMapping("/api/user/passkeys")
    AddedPasskey add(@RequestBody NewPasskey given, HttpServletRequest request, Caller caller) {
        var user = access.interactive(caller);
        var name = unlessGiven(given.name(), "name");
        var credential = unlessGiven(given.credential(), "credential").toString();
        return new AddedPasskey(passkeys.add(user, name, credential, request, caller).text());
    }

    @DeleteMapping("/api/user/passkeys/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @RequestBody PasskeyProof given,
            HttpServletRequest request,
            Caller caller) {
        var user = access.interactive(caller);
        var passkey = PasskeyId.of(id);
        passkeys.exists(user, passkey);
        setup.prove(user, given.password(), given.code(), request.getRemoteAddr());
        passkeys.remove(user, passkey, caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/session/challenge")
    ResponseEntity<ShowPasskey> ask() {
        var begun = challenges.begin(null);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, begun.cookie())
                .body(options.show(begun.challenge()));
    }

    @PostMapping("/api/session/passkey")
    ResponseEntity<SessionEndpoint.SignedIn> signIn(
            @RequestBody ShownPasskey given, HttpServletRequest request, Caller caller) {
        var credential = unlessGiven(given.credential(), "credential").toString();
        var user = passkeys.signIn(credential, request, caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, sessions.begin(user, request, caller))
                .body(new SessionEndpoint.SignedIn(user.text()));
    }

    @PostMapping("/account/passkeys")
    ResponseEntity<Void> addByForm(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            Caller caller) {
        passkeys.add(access.interactive(caller), name, passkey, request, caller);
        return Redirect.to("/account#passkeys");
    }

    @PostMapping("/account/passkeys/{id}/remove")
    ResponseEntity<Void> removeByForm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Caller caller) {
        remove(id, new PasskeyProof(password, code), request, caller);
        return Redirect.to("/account#passkeys");
    }
}
