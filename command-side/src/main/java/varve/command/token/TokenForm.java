package varve.command.token;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.token.FreshSecret;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;

/// Wishes about tokens from the account page, whose forms work without JavaScript.
@RestController
class TokenForm {
    private static final int LONGEST_DAYS = 3_650;
    private static final @Nullable Instant NEVER = null;

    private final Access access;
    private final Mint mint;
    private final TokenLabels labels;

    TokenForm(Access access, Mint mint, TokenLabels labels) {
        this.access = access;
        this.mint = mint;
        this.labels = labels;
    }

    /// Shows the secret on the page that follows.
    ///
    /// @param may `everything`, `publish` or `read`
    /// @param target `@scope` or `@scope/name`; all that the owner may read when empty
    /// @param days after which it ends; 0 for never
    @PostMapping("/account/tokens")
    Written issue(
            @RequestParam String description,
            @RequestParam(defaultValue = "everything") String may,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "90") int days,
            HttpServletRequest request,
            Caller caller) {
        var owner = access.interactive(caller);
        if (days < 0 || days > LONGEST_DAYS) {
            throw new Refused(new Refusal.Malformed("a token lasts 1 to 3650 days, or for ever"));
        }
        var grant =
                AskedPermission.grant(
                        may.equals("everything") ? null : List.of(permission(may, target.strip())));
        var label = Label.of(description.strip(), request);
        var minted =
                days == 0
                        ? mint.issue(TokenKind.PERSONAL, owner, grant, NEVER, label, caller)
                        : mint.issue(
                                TokenKind.PERSONAL,
                                owner,
                                grant,
                                Duration.ofDays(days),
                                label,
                                caller);
        new FreshSecret(minted.secret().text()).attachTo(request::setAttribute);
        return new Written(0, "/account/tokens/fresh");
    }

    @PostMapping("/account/tokens/{id}/revoke")
    ResponseEntity<Void> revoke(@PathVariable String id, Caller caller) {
        var owner = access.interactive(caller);
        var token = TokenId.of(id);
        if (!labels.isOf(token, owner)) {
            throw new Refused(new Refusal.TokenNotFound(id));
        }
        mint.revoke(token, caller);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/account")).build();
    }

    private static AskedPermission permission(String may, String target) {
        var parts = target.startsWith("@") ? target.substring(1).split("/", 2) : new String[0];
        return new AskedPermission(
                "package/" + may,
                parts.length > 0 ? parts[0] : null,
                parts.length > 1 ? parts[1] : null,
                null,
                null);
    }
}
