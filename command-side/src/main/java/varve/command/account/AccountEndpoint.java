package varve.command.account;

import static varve.contract.Refused.unlessGiven;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.contract.Caller;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserId;
import varve.contract.token.FreshSecret;
import varve.contract.token.Grant;
import varve.contract.token.TokenKind;
import varve.eventlog.Commands;

/// How staff let people in.
@RestController
class AccountEndpoint {
    private static final int LONGEST_NAME = 100;

    private final Commands commands;
    private final Access access;
    private final Vault vault;
    private final Mint mint;
    private final Invitations invitations;
    private final PublicAddresses addresses;

    AccountEndpoint(
            Commands commands,
            Access access,
            Vault vault,
            Mint mint,
            Invitations invitations,
            PublicAddresses addresses) {
        this.commands = commands;
        this.access = access;
        this.vault = vault;
        this.mint = mint;
        this.invitations = invitations;
        this.addresses = addresses;
    }

    record NewUser(@Nullable String name) {}

    /// @param secret the person's first token, told here and never again
    record CreatedUser(String id, String name, String secret) {}

    /// @param url where whoever has it signs up
    record CreatedInvitation(String code, String url, Instant expiresAt) {}

    /// Staff let somebody in. The secret works as soon as it is told.
    @PostMapping("/api/admin/users")
    CreatedUser register(@RequestBody NewUser wish, HttpServletRequest request, Caller caller) {
        return letIn(unlessGiven(wish.name(), "name"), request, caller);
    }

    @PostMapping("/api/admin/invitations")
    CreatedInvitation invite(Caller caller) {
        access.staff(caller);
        var made = invitations.make(caller.person());
        return new CreatedInvitation(
                made.code(),
                addresses.registry().resolve("/sign-up?invitation=" + made.code()).toString(),
                made.expiresAt());
    }

    /// The same with a form: the secret is shown on the page that follows.
    @PostMapping("/admin/users")
    Written registerByForm(@RequestParam String name, HttpServletRequest request, Caller caller) {
        return shown(letIn(name, request, caller).secret(), request);
    }

    @PostMapping("/admin/invitations")
    Written inviteByForm(HttpServletRequest request, Caller caller) {
        return shown(invite(caller).url(), request);
    }

    private static Written shown(String secret, HttpServletRequest request) {
        new FreshSecret(secret).attachTo(request::setAttribute);
        return new Written(0, "/account/tokens/fresh");
    }

    private CreatedUser letIn(String asked, HttpServletRequest request, Caller caller) {
        access.staff(caller);
        var name = asked.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused(new Refusal.Malformed("a name has 1 to 100 characters"));
        }
        var user = new UserId(UUID.randomUUID());
        vault.keep(user, name);
        commands.send(new RegisterUser(user), caller);
        var minted =
                mint.issue(
                        TokenKind.PERSONAL,
                        user,
                        new Grant.Everything(),
                        (Instant) null,
                        Label.of("made by staff", request),
                        caller);
        return new CreatedUser(user.text(), name, minted.secret().text());
    }
}
