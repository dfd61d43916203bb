package varve.command.account;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;

/// What a browser is told to ask an authenticator for, in the JSON form of Web Authentication
/// (level 3, `PublicKeyCredentialCreationOptionsJSON` and `PublicKeyCredentialRequestOptionsJSON`).
/// Bytes are Base64 for URLs without padding; times are milliseconds.
@Component
class PasskeyOptions {
    private static final String KIND = "public-key";

    record PasskeySite(String id, String name) {}

    record PasskeyOwner(String id, String name, String displayName) {}

    record PasskeyAlgorithm(String type, int alg) {}

    record KnownPasskey(String type, String id) {}

    record PasskeyWanted(String residentKey, boolean requireResidentKey, String userVerification) {}

    record MakePasskey(
            PasskeySite rp,
            PasskeyOwner user,
            String challenge,
            List<PasskeyAlgorithm> pubKeyCredParams,
            long timeout,
            List<KnownPasskey> excludeCredentials,
            PasskeyWanted authenticatorSelection,
            String attestation) {}

    record ShowPasskey(String challenge, String rpId, long timeout, String userVerification) {}

    private final RelyingParty site;
    private final PasskeyTable table;
    private final Vault vault;

    PasskeyOptions(RelyingParty site, PasskeyTable table, Vault vault) {
        this.site = site;
        this.table = table;
        this.vault = vault;
    }

    /// For one that the authenticator keeps and finds by itself, and that no authenticator makes
    /// which has one of theirs already.
    MakePasskey make(UserId user, byte[] challenge) {
        var login = vault.login(user).orElse(user.text());
        return new MakePasskey(
                new PasskeySite(site.id(), site.id()),
                new PasskeyOwner(base64(Passkeys.handle(user)), login, login),
                base64(challenge),
                RelyingParty.ALGORITHMS.stream()
                        .map(one -> new PasskeyAlgorithm(KIND, one))
                        .toList(),
                PasskeyChallenges.LONGEST.toMillis(),
                table.credentials(user).stream()
                        .map(one -> new KnownPasskey(KIND, base64(one)))
                        .toList(),
                new PasskeyWanted("required", true, "required"),
                "none");
    }

    ShowPasskey show(byte[] challenge) {
        return new ShowPasskey(
                base64(challenge), site.id(), PasskeyChallenges.LONGEST.toMillis(), "required");
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
