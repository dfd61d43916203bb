package varve.command.authorization;

import static varve.command.account.WrongTries.On.AUTHORIZATION_CODE;
import static varve.command.account.WrongTries.On.AUTHORIZATION_FROM_ADDRESS;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.command.Access;
import varve.command.account.WrongTries;
import varve.command.token.AskedPermission;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.authorization.PendingAuthorizations;
import varve.contract.token.Grant;

/// A program asks, a person decides, the program collects.
@Component
public class Approval implements PendingAuthorizations {
    private final Requests requests;
    private final WrongTries tries;
    private final Access access;
    private final JsonMapper json;
    private final Clock clock;

    Approval(Requests requests, WrongTries tries, Access access, JsonMapper json, Clock clock) {
        this.requests = requests;
        this.tries = tries;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    /// A request that was made.
    ///
    /// @param code for the person
    /// @param exchangeToken for the program
    public record Asked(String code, String exchangeToken, Instant expiresAt) {}

    /// A decision for a program to act on.
    ///
    /// @param caller the person, with the session in which they decided
    public record Granted(Grant grant, Caller caller) {}

    /// @param challenge base64 of the SHA-256 of what the program will show; absent for none
    /// @param permissions absent for all that the person may do
    public Asked ask(
            @Nullable String challenge,
            @Nullable List<AskedPermission> permissions,
            String address) {
        AskedPermission.grant(permissions);
        tries.check(AUTHORIZATION_FROM_ADDRESS, address);
        tries.note(AUTHORIZATION_FROM_ADDRESS, address);
        var opened =
                requests.open(
                        challenge,
                        permissions == null ? null : json.writeValueAsString(permissions));
        return new Asked(opened.code(), opened.exchangeToken(), opened.expiresAt());
    }

    @Override
    public void check(String who) {
        tries.check(AUTHORIZATION_CODE, who);
    }

    @Override
    public Optional<Pending> find(String code) {
        return requests.pending(canonical(code))
                .map(request ->
                        new Pending(request.code(), request.permissions(), request.expiresAt()));
    }

    @Override
    public Refused unknown(String who) {
        tries.note(AUTHORIZATION_CODE, who);
        return new Refused(new Refusal.OfPeople.AuthorizationNotFound());
    }

    void decide(String code, Requests.Decision decision, Caller caller) {
        var user = access.interactive(caller);
        var pending = pending(code, user.text());
        if (!requests.decide(pending.code(), decision, user, caller.credential())) {
            throw new Refused(new Refusal.OfPeople.AuthorizationNotFound());
        }
    }

    /// Tells what was decided, once; JSR's checks in JSR's order.
    ///
    /// @param verifier what the challenge was made of; absent where there was none
    public Granted collect(String exchangeToken, @Nullable String verifier, Caller program) {
        var request =
                requests.byExchange(exchangeToken)
                        .orElseThrow(
                                () -> new Refused(new Refusal.OfPeople.AuthorizationNotFound()));
        Exchange.checkTime(request, clock.instant());
        if (request.decision() == null) {
            throw new Refused(new Refusal.OfPeople.AuthorizationPending());
        }
        if (!requests.collect(exchangeToken)) {
            throw new Refused(new Refusal.OfPeople.AuthorizationNotFound());
        }
        var by = request.decidedBy();
        if (!request.isApproved() || by == null) {
            throw new Refused(new Refusal.OfPeople.AuthorizationDenied());
        }
        Exchange.checkVerifier(request, verifier);
        var person =
                new Caller(
                        new Actor.User(by),
                        request.decidedWith(),
                        new Grant.Everything(),
                        program.requestId(),
                        program.client());
        return new Granted(AskedPermission.grant(read(request.permissions())), person);
    }

    private @Nullable List<AskedPermission> read(@Nullable String permissions) {
        return permissions == null
                ? null
                : json.readValue(permissions, new TypeReference<List<AskedPermission>>() {});
    }

    /// People type what they see.
    private static String canonical(String code) {
        var letters = code.strip().toUpperCase(Locale.ROOT).replace("-", "");
        return letters.length() == 8 ? letters.substring(0, 4) + "-" + letters.substring(4) : "";
    }
}
