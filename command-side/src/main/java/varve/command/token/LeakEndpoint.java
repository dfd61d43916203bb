package varve.command.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Credentials;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;

/// Ends tokens that somebody has found where they do not belong, in the form in which GitHub's
/// secret scanning tells of them. Whoever knows a token may end it: with the same knowledge they
/// could do worse. Where it was found is not kept.
@RestController
class LeakEndpoint {
    private static final int MOST = 100;
    private static final String OURS = "true_positive";
    private static final String NOT_OURS = "false_positive";

    private final Credentials credentials;
    private final Mint mint;

    LeakEndpoint(Credentials credentials, Mint mint) {
        this.credentials = credentials;
        this.mint = mint;
    }

    record Found(
            @Nullable String token,
            @Nullable String type,
            @Nullable String url,
            @Nullable String source) {
        @Override
        public String toString() {
            return "Found[…]";
        }
    }

    /// @param hash lower-case hexadecimal SHA-256 of the token
    /// @param label whether it was a token that worked
    record Judged(
            @JsonProperty("token_hash") String hash,
            @JsonProperty("token_type") String type,
            String label) {}

    @PostMapping("/api/secret-scanning")
    List<Judged> found(@RequestBody List<@Nullable Found> tokens) {
        if (tokens.size() > MOST) {
            throw new Refused(new Refusal.Malformed("tell of " + MOST + " tokens at most"));
        }
        return tokens.stream().map(this::judged).toList();
    }

    private Judged judged(@Nullable Found found) {
        if (found == null || found.token() == null) {
            throw new Refused(new Refusal.Malformed("'token' is missing"));
        }
        var sha256 = Sha256.hex(found.token().getBytes(StandardCharsets.UTF_8));
        var type = found.type() == null ? "varve_token" : found.type();
        return new Judged(sha256, type, ended(found.token(), sha256) ? OURS : NOT_OURS);
    }

    /// A wrong check never costs a look into the database.
    private boolean ended(String token, String sha256) {
        if (!NewSecret.isWellFormed(token)) {
            return false;
        }
        var holder = credentials.holder(sha256);
        holder.ifPresent(known ->
                mint.revoke(
                        known.token(),
                        Caller.registry("secret-scanning", UUID.randomUUID().toString())));
        return holder.isPresent();
    }
}
