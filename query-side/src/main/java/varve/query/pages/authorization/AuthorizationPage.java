package varve.query.pages.authorization;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Caller;
import varve.contract.authorization.PendingAuthorizations;
import varve.query.Round;
import varve.query.pages.Press;

/// Where `deno publish` and `npm login` send people.
@RestController
class AuthorizationPage {
    private final ObjectProvider<PendingAuthorizations> pending;
    private final JsonMapper json;
    private final Press press;

    AuthorizationPage(ObjectProvider<PendingAuthorizations> pending, JsonMapper json, Press press) {
        this.pending = pending;
        this.json = json;
        this.press = press;
    }

    @GetMapping("/auth")
    ResponseEntity<byte[]> ask(@RequestParam(defaultValue = "") String code, Caller caller) {
        if (!caller.interactive()) {
            return signInFirst("/auth?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        }
        if (code.isEmpty()) {
            return press.privately((pages, site) -> pages.entercode(site));
        }
        var found = pending(code, caller.person().text());
        var view = new AuthorizationView(found.code(), read(found.permissions()));
        return press.privately((pages, site) -> pages.authorize(site, view));
    }

    private PendingAuthorizations.Pending pending(String code, String who) {
        var asked = pending.getObject();
        return Round.of(
                () -> {
                    asked.check(who);
                    return true;
                },
                () -> asked.find(code),
                (_, found) -> found.orElseThrow(() -> asked.unknown(who)));
    }

    /// Where a program's owner shows that they are there.
    @GetMapping("/auth/present")
    ResponseEntity<byte[]> present(@RequestParam(defaultValue = "") String code, Caller caller) {
        return caller.interactive()
                ? press.privately((pages, site) -> pages.present(site, code))
                : signInFirst(
                        "/auth/present?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> signInFirst(String back) {
        var where = "/sign-in?redirect=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(where)).build();
    }

    @GetMapping("/auth/decided")
    ResponseEntity<byte[]> decided(@RequestParam(defaultValue = "") String decision) {
        boolean approved = decision.equals("APPROVED");
        return press.privately((pages, site) -> pages.decided(site, approved));
    }

    private List<AuthorizationView.Asked> read(@Nullable String permissions) {
        return permissions == null
                ? List.of()
                : json.readValue(
                        permissions, new TypeReference<List<AuthorizationView.Asked>>() {});
    }
}
