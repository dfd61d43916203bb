package varve.query.token;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.token.TokenKind;

/// The caller's tokens, without their secrets, which nobody has.
@RestController
class TokenEndpoint {
    private final Tokens tokens;

    TokenEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/api/user/tokens")
    List<TokenView> own(Caller caller) {
        return tokens.of(caller.unrestricted());
    }

    /// Where the caller is signed in.
    @GetMapping("/api/user/sessions")
    List<TokenView> sessions(Caller caller) {
        return tokens.of(caller.unrestricted()).stream()
                .filter(token -> token.type().equals(TokenKind.WEB.text()))
                .toList();
    }
}
