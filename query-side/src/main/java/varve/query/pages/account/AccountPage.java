package varve.query.pages.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.SignOnProviders;
import varve.contract.account.UserId;
import varve.contract.token.FreshSecret;
import varve.contract.token.TokenKind;
import varve.query.Round;
import varve.query.account.Inbox;
import varve.query.account.Passkeys;
import varve.query.account.People;
import varve.query.pages.Press;
import varve.query.token.TokenView;
import varve.query.token.Tokens;

/// One's own account: tokens, sessions, password, and the way out.
@RestController
class AccountPage {
    private record Besides(List<Inbox.MessageView> messages, Ways ways) {}

    /// In which they sign in.
    private record Ways(
            Set<String> linked, List<Passkeys.PasskeyView> passkeys, boolean hasPassword) {}

    private final People people;
    private final Inbox inbox;
    private final Tokens tokens;
    private final Passkeys passkeys;
    private final SignOnProviders providers;
    private final Press press;

    AccountPage(
            People people,
            Inbox inbox,
            Tokens tokens,
            Passkeys passkeys,
            SignOnProviders providers,
            Press press) {
        this.passkeys = passkeys;
        this.people = people;
        this.inbox = inbox;
        this.tokens = tokens;
        this.providers = providers;
        this.press = press;
    }

    @GetMapping("/account")
    ResponseEntity<byte[]> account(Caller caller) {
        if (!caller.interactive()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/sign-in?redirect=/account"))
                    .build();
        }
        var user = caller.unrestricted();
        var view =
                Round.of(
                        () -> people.self(user),
                        () -> tokens.of(user),
                        () -> Round.of(() -> inbox.of(user), () -> ways(user), Besides::new),
                        (self, all, besides) ->
                                new AccountView(
                                        self,
                                        besides.messages(),
                                        all.stream().filter(AccountPage::isSession).toList(),
                                        all.stream().filter(t -> !isSession(t)).toList(),
                                        caller.credential(),
                                        providers.providers(),
                                        besides.ways().linked(),
                                        besides.ways().passkeys(),
                                        besides.ways().hasPassword()));
        return press.privately((pages, site) -> pages.account(site, view));
    }

    /// Shows a token that was made for this very request; there is nothing to see for others.
    @GetMapping("/account/tokens/fresh")
    ResponseEntity<byte[]> fresh(HttpServletRequest request) {
        return FreshSecret.from(request::getAttribute)
                .map(secret ->
                        press.privately((pages, site) -> pages.freshtoken(site, secret.text())))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create("/account"))
                                .build());
    }

    private Ways ways(UserId user) {
        return Round.of(
                () -> people.linked(user),
                () -> passkeys.of(user),
                () -> people.hasPassword(user),
                Ways::new);
    }

    private static boolean isSession(TokenView token) {
        return token.type().equals(TokenKind.WEB.text());
    }
}
