package varve.command.npm.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.command.authorization.Approval;
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.contract.Caller;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.token.TokenKind;

/// `npm login` by a browser: npm opens one address, and asks the other until there is a token.
@RestController
class WebLoginEndpoint {
    private static final String SECONDS = "1";

    private final Approval approval;
    private final Mint mint;
    private final PublicAddresses addresses;

    WebLoginEndpoint(Approval approval, Mint mint, PublicAddresses addresses) {
        this.approval = approval;
        this.mint = mint;
        this.addresses = addresses;
    }

    record Asked(String loginUrl, String doneUrl) {}

    /// Whatever the body says: clients send `{}`, `{"create":true}` or nothing.
    @PostMapping("/~npm/-/v1/login")
    Asked ask(HttpServletRequest request) {
        var asked = approval.ask(null, null, request.getRemoteAddr());
        return new Asked(
                addresses.registry().resolve("/auth?code=" + asked.code()).toString(),
                addresses.npm().resolve("/-/v1/done/" + asked.exchangeToken()).toString());
    }

    @GetMapping("/~npm/-/v1/done/{exchangeToken}")
    ResponseEntity<Map<String, String>> done(
            @PathVariable String exchangeToken, HttpServletRequest request, Caller caller) {
        Approval.Granted granted;
        try {
            granted = approval.collect(exchangeToken, null, caller);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.OfPeople.AuthorizationPending) {
                return ResponseEntity.status(HttpStatus.ACCEPTED)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS)
                        .body(Map.of());
            }
            throw refused;
        }
        var person = granted.caller();
        var minted =
                mint.issue(
                        TokenKind.PERSONAL,
                        person.person(),
                        granted.grant(),
                        UserEndpoint.LIFE,
                        Label.of("npm login", request),
                        person);
        return ResponseEntity.ok(Map.of("token", minted.secret().text()));
    }
}
