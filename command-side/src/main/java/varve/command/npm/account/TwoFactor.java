package varve.command.npm.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import varve.command.account.Presence;
import varve.command.account.SecondFactor;
import varve.command.account.SecondFactorSetup;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.token.FreshSecret;

/// One-time codes as npm's profile API sets them up: an object asks, the answer is an address for
/// an authenticator; a list with its code confirms, the answer is a list of recovery codes.
@Component
class TwoFactor {
    private static final String AUTH_ONLY = "auth-only";
    private static final String WRITES = "auth-and-writes";
    private static final String DISABLE = "disable";
    private static final Pattern OLD_NPM = Pattern.compile("npm/(\\d|10)\\..*");

    private final SecondFactor second;
    private final SecondFactorSetup setup;
    private final Presence presence;
    private final PresenceGate gate;

    TwoFactor(SecondFactor second, SecondFactorSetup setup, Presence presence, PresenceGate gate) {
        this.gate = gate;
        this.second = second;
        this.setup = setup;
        this.presence = presence;
    }

    /// @return what the answer says of it: an address, codes in lines, or nothing; absent when it
    ///   says what there is now
    Optional<FreshSecret> change(
            UserId user, JsonNode wish, HttpServletRequest request, Caller caller) {
        if (wish.isArray()) {
            var codes = setup.confirm(user, wish.path(0).asString(""), caller);
            return Optional.of(new FreshSecret(String.join("\n", codes)));
        }
        var password = wish.path("password").asString("");
        var mode = wish.path("mode").asString("");
        if (!mode.equals(AUTH_ONLY) && !mode.equals(WRITES) && !mode.equals(DISABLE)) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'mode' is %s, %s or %s".formatted(AUTH_ONLY, WRITES, DISABLE)));
        }
        if (!second.isOn(user) && !mode.equals(DISABLE)) {
            var begun = setup.begin(user, password, request.getRemoteAddr());
            presence.guardWrites(user, mode.equals(WRITES));
            return Optional.of(new FreshSecret(begun.url()));
        }
        setup.prove(user, password, request.getRemoteAddr());
        if (second.isOn(user)) {
            gate.check(user, request, caller);
        }
        if (mode.equals(DISABLE)) {
            setup.remove(user, caller);
        } else {
            presence.guardWrites(user, mode.equals(WRITES));
        }
        return wantsNothing(request) ? Optional.of(new FreshSecret("")) : Optional.empty();
    }

    /// Up to npm 10 a change without an address is no change; later ones want to see the mode.
    private static boolean wantsNothing(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent != null && OLD_NPM.matcher(agent).matches();
    }
}
