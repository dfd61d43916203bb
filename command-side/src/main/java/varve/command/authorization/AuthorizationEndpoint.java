package varve.command.authorization;

import static varve.contract.Refused.unlessGiven;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.token.AskedPermission;
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.contract.Caller;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.token.FreshSecret;
import varve.contract.token.TokenKind;

/// How `deno publish` gets a token without ever seeing a password.
@RestController
class AuthorizationEndpoint {
    private static final int POLL_SECONDS = 2;
    private static final int LONGEST_CHALLENGE = 200;
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final Approval approval;
    private final Mint mint;
    private final PublicAddresses addresses;

    AuthorizationEndpoint(Approval approval, Mint mint, PublicAddresses addresses) {
        this.approval = approval;
        this.mint = mint;
        this.addresses = addresses;
    }

    record Wish(@Nullable String challenge, @Nullable List<AskedPermission> permissions) {}

    /// @param pollInterval in seconds
    record Asked(
            String verificationUrl,
            String code,
            String exchangeToken,
            int pollInterval,
            Instant expiresAt) {}

    record Collecting(@Nullable String exchangeToken, @Nullable String verifier) {}

    @PostMapping("/api/authorizations")
    Asked ask(@RequestBody Wish wish, HttpServletRequest request) {
        var challenge = unlessGiven(wish.challenge(), "challenge");
        if (challenge.isEmpty() || challenge.length() > LONGEST_CHALLENGE) {
            throw new Refused(new Refusal.Malformed("'challenge' is base64 of a SHA-256"));
        }
        var asked = approval.ask(challenge, wish.permissions(), request.getRemoteAddr());
        return new Asked(
                addresses.registry().resolve("/auth").toString(),
                asked.code(),
                asked.exchangeToken(),
                POLL_SECONDS,
                asked.expiresAt());
    }

    @PostMapping("/api/authorizations/exchange")
    Written exchange(@RequestBody Collecting wish, HttpServletRequest request, Caller caller) {
        var granted =
                approval.collect(
                        unlessGiven(wish.exchangeToken(), "exchangeToken"),
                        unlessGiven(wish.verifier(), "verifier"),
                        caller);
        var person = granted.caller();
        var label = Label.of("approved in a browser", request);
        var minted =
                mint.issue(
                        TokenKind.DEVICE,
                        person.person(),
                        granted.grant(),
                        TOKEN_LIFE,
                        label,
                        person);
        new FreshSecret(minted.secret().text()).attachTo(request::setAttribute);
        return new Written(0, "/api/users/" + person.person().text() + "/fresh-token");
    }

    @PostMapping("/api/authorizations/approve/{code}")
    ResponseEntity<Void> approve(@PathVariable String code, Caller caller) {
        approval.decide(code, Requests.Decision.APPROVED, caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/authorizations/deny/{code}")
    ResponseEntity<Void> deny(@PathVariable String code, Caller caller) {
        approval.decide(code, Requests.Decision.DENIED, caller);
        return ResponseEntity.noContent().build();
    }

    /// The two buttons of the approval page.
    @PostMapping("/auth")
    ResponseEntity<Void> decide(
            @RequestParam String code, @RequestParam String decision, Caller caller) {
        var decided =
                decision.equals("approve") ? Requests.Decision.APPROVED : Requests.Decision.DENIED;
        approval.decide(code, decided, caller);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/auth/decided?decision=" + decided.name()))
                .build();
    }
}
