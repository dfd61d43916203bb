package varve.command.hook;

import static varve.contract.Refused.unlessGiven;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.NpmRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.hook.HookCommand.AddHook;
import varve.contract.hook.HookCommand.ChangeHook;
import varve.contract.hook.HookCommand.RemoveHook;
import varve.contract.hook.HookId;
import varve.eventlog.Commands;

/// Where webhooks are set up, changed and taken down.
@Component
public class HookDesk {
    private static final int MOST = 100;
    private static final int LONGEST_SECRET = 500;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HookShelf shelf;
    private final Destination destination;
    private final Commands commands;

    HookDesk(HookShelf shelf, Destination destination, Commands commands) {
        this.shelf = shelf;
        this.destination = destination;
        this.commands = commands;
    }

    /// @param about a package, a scope with its `@`, or a login
    /// @param target the person with that login
    /// @param secret absent to have one made
    /// @throws Refused when there are too many, or nothing may be sent there
    public HookShelf.Kept add(
            Kind kind,
            String about,
            @Nullable UserId target,
            @Nullable String endpoint,
            @Nullable String secret,
            Caller caller) {
        var owner = caller.person();
        var checked = destination.checked(unlessGiven(endpoint, "endpoint"));
        var there = kind == Kind.CHANGES ? shelf.ofScope(about) : shelf.ofOwner(owner);
        if (there.size() >= MOST) {
            throw new NpmRefusal.HookLimitReached(MOST).refused();
        }
        var id = new HookId(UUID.randomUUID());
        shelf.add(id, owner, kind, about, target, checked, secret == null ? made() : sound(secret));
        commands.send(new AddHook(id, owner, kind.text(), target == null ? about : ""), caller);
        return there(id);
    }

    /// @param endpoint absent to leave it
    /// @param secret absent to leave it
    public HookShelf.Kept change(
            HookId id, @Nullable String endpoint, @Nullable String secret, Caller caller) {
        var checked = endpoint == null ? null : destination.checked(endpoint);
        var sound = secret == null ? null : sound(secret);
        commands.send(new ChangeHook(id), caller);
        shelf.change(id, checked, sound);
        return there(id);
    }

    public void remove(HookId id, Caller caller) {
        commands.send(new RemoveHook(id), caller);
        shelf.remove(id);
    }

    /// Those of npm's dialect.
    public List<HookShelf.Kept> of(UserId owner) {
        return shelf.ofOwner(owner);
    }

    /// @throws Refused unless it is there and theirs
    public HookShelf.Kept mine(String id, UserId owner) {
        return shelf.one(HookId.of(id))
                .filter(hook -> hook.owner().equals(owner) && hook.kind() != Kind.CHANGES)
                .orElseThrow(() -> new NpmRefusal.HookNotFound(id).refused());
    }

    private HookShelf.Kept there(HookId id) {
        return shelf.one(id).orElseThrow(() -> new NpmRefusal.HookNotFound(id.text()).refused());
    }

    private static String sound(String secret) {
        if (secret.isBlank() || secret.length() > LONGEST_SECRET) {
            throw new Refused(
                    new Refusal.Malformed("a secret has 1 to " + LONGEST_SECRET + " characters"));
        }
        return secret;
    }

    private static String made() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
