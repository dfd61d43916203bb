package varve.command.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;

/// What must be true of whoever collects a decision.
final class Exchange {
    private Exchange() {}

    static void checkTime(Requests.Request request, Instant now) {
        if (!request.expiresAt().isAfter(now)) {
            throw new Refused(new Refusal.OfPeople.AuthorizationExpired());
        }
    }

    /// The challenge is base64 (standard alphabet) of the verifier's SHA-256, so only who asked can
    /// collect.
    static void checkVerifier(Requests.Request request, @Nullable String verifier) {
        var challenge = request.challenge();
        if (challenge == null) {
            return;
        }
        var given = verifier == null ? "" : verifier;
        var expected =
                Base64.getEncoder()
                        .encode(Sha256.digest().digest(given.getBytes(StandardCharsets.UTF_8)));
        if (!MessageDigest.isEqual(expected, challenge.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(new Refusal.OfPeople.WrongVerifier());
        }
    }
}
