package varve.command.account;

import static varve.command.account.WrongTries.On.ONE_TIME_CODE;
import static varve.command.account.WrongTries.On.PASSKEY_FROM_ADDRESS;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.command.ci.LinkedIdentities;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.PasskeyId;
import varve.contract.account.UserCommand.AddPasskey;
import varve.contract.account.UserCommand.RemovePasskey;
import varve.contract.account.UserCommand.UsePasskey;
import varve.contract.account.UserId;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Passkeys: somebody signs in with one alone, or shows one where a one-time code is asked for.
@Component
public class Passkeys {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;

    private final PasskeyTable table;
    private final PasskeyChallenges challenges;
    private final RelyingParty site;
    private final SignIn signIn;
    private final LinkedIdentities identities;
    private final WrongTries tries;
    private final States states;
    private final Commands commands;

    Passkeys(
            PasskeyTable table,
            PasskeyChallenges challenges,
            RelyingParty site,
            SignIn signIn,
            LinkedIdentities identities,
            WrongTries tries,
            States states,
            Commands commands) {
        this.table = table;
        this.challenges = challenges;
        this.site = site;
        this.signIn = signIn;
        this.identities = identities;
        this.tries = tries;
        this.states = states;
        this.commands = commands;
    }

    /// Whether somebody has any.
    public boolean has(UserId user) {
        return !table.credentials(user).isEmpty();
    }

    /// @param name as its owner calls it
    /// @param credential JSON of the browser's `PublicKeyCredential`
    /// @throws Refused when it was not made here, now, for them
    PasskeyId add(
            UserId user,
            String name,
            String credential,
            HttpServletRequest request,
            Caller caller) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Refused(new Refusal.Malformed("a name has 1 to 100 characters"));
        }
        var challenge = challenges.end(request);
        if (!user.equals(challenge.owner())) {
            throw new Refused(new Refusal.OfPeople.PasskeyChallengeGone());
        }
        var made = site.made(credential, challenge.bytes());
        if (table.credentials(user).size() >= MOST) {
            throw new Refused(new Refusal.OfPeople.PasskeyLimitReached(MOST));
        }
        var id = new PasskeyId(UUID.randomUUID());
        table.add(id, user, name.strip(), made);
        commands.send(new AddPasskey(user, id), caller);
        return id;
    }

    /// @throws Refused when they have no such one, or nothing would be left to sign in with
    void remove(UserId user, PasskeyId id, Caller caller) {
        exists(user, id);
        boolean last = table.credentials(user).size() == 1;
        if (last && !signIn.hasPassword(user) && identities.of(user).isEmpty()) {
            throw new Refused(new Refusal.OfPeople.DisconnectLast());
        }
        if (table.remove(user, id)) {
            commands.send(new RemovePasskey(user, id), caller);
        }
    }

    void exists(UserId user, PasskeyId id) {
        if (!table.has(user, id)) {
            throw new Refused(new Refusal.OfPeople.PasskeyNotFound(id.text()));
        }
    }

    /// Who signs in.
    ///
    /// @throws Refused when the passkey does not say so, or after too many that did not
    public UserId signIn(String credential, HttpServletRequest request, Caller caller) {
        var user = shown(null, credential, request, caller);
        if (states.of(Account.SUBJECT, "user:" + user.text()).isBlocked()) {
            throw new Refused(new Refusal.Blocked());
        }
        return user;
    }

    /// Shows that it is this person, instead of a one-time code.
    ///
    /// @throws Refused when the passkey does not, or after too many that did not
    public void check(UserId user, String credential, HttpServletRequest request, Caller caller) {
        tries.check(ONE_TIME_CODE, user.text());
        try {
            shown(user, credential, request, caller);
        } catch (Refused refused) {
            tries.note(ONE_TIME_CODE, user.text());
            throw refused;
        }
    }

    private UserId shown(
            @Nullable UserId wanted, String credential, HttpServletRequest request, Caller caller) {
        var address = request.getRemoteAddr();
        tries.check(PASSKEY_FROM_ADDRESS, address);
        var challenge = challenges.end(request);
        try {
            var kept = matched(wanted, credential, challenge);
            var by = caller.as(kept.owner());
            commands.send(new UsePasskey(kept.owner(), kept.id()), by);
            return kept.owner();
        } catch (Refused refused) {
            tries.note(PASSKEY_FROM_ADDRESS, address);
            throw refused;
        }
    }

    private PasskeyTable.Kept matched(
            @Nullable UserId wanted, String credential, PasskeyChallenges.Challenge challenge) {
        if (challenge.owner() != null) {
            throw new Refused(new Refusal.OfPeople.PasskeyChallengeGone());
        }
        var told = site.read(credential);
        var kept =
                Optional.ofNullable(told.getCredentialId())
                        .flatMap(table::known)
                        .orElseThrow(() -> RelyingParty.wrong("nobody here has it"));
        if (wanted != null && !wanted.equals(kept.owner())) {
            throw RelyingParty.wrong("it is somebody else's");
        }
        if (!Arrays.equals(told.getUserHandle(), handle(kept.owner()))) {
            throw RelyingParty.wrong("it names somebody else");
        }
        long counter = site.check(told, kept.made(), challenge.bytes());
        if (!table.use(kept.id(), counter)) {
            throw RelyingParty.wrong("its counter went back, so there may be a copy of it");
        }
        return kept;
    }

    /// By which authenticators know people.
    static byte[] handle(UserId user) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.uuid().getMostSignificantBits())
                .putLong(user.uuid().getLeastSignificantBits())
                .array();
    }
}
