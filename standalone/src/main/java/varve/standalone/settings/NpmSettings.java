package varve.standalone.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import varve.artifacts.provenance.TrustRoot;
import varve.command.hook.HookPolicy;
import varve.command.notice.Notice;
import varve.command.uplink.UplinkPolicy;
import varve.contract.pkg.NameRules;

/// What the operator has set about the npm host.
///
/// @param signingKey absent for the one in the home
public record NpmSettings(
        boolean createScopes,
        Optional<Path> signingKey,
        List<RetiredKey> retiredKeys,
        UplinkPolicy.Terms uplinks,
        NameRules rules,
        List<Notice> notices,
        HookPolicy hooks,
        TrustRoot trustRoot,
        Optional<URI> advisories) {
    /// A key that signs nothing any more.
    ///
    /// @param spki SubjectPublicKeyInfo in DER
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record RetiredKey(byte[] spki, Instant ended) {}

    static NpmSettings of(Given given, Map<String, String> environment) {
        var uplinks = UplinkSettings.of(given, environment);
        return new NpmSettings(
                given.flag(Setting.NPM_CREATE_SCOPES),
                given.optional(Setting.NPM_SIGNING_KEY).map(Path::of),
                given.optional(Setting.NPM_RETIRED_KEYS).stream()
                        .flatMap(all -> Arrays.stream(all.split(",")))
                        .map(NpmSettings::retired)
                        .toList(),
                uplinks,
                RuleSettings.of(given, uplinks.uplinks()),
                NoticeSettings.of(given),
                new HookPolicy(given.flag(Setting.HOOK_PRIVATE_ADDRESSES)),
                trustRoot(given),
                given.optional(Setting.ADVISORIES_URL)
                        .map(url -> Settings.uri(Setting.ADVISORIES_URL, url)));
    }

    private static TrustRoot trustRoot(Given given) {
        var file = given.optional(Setting.SIGSTORE_TRUSTED_ROOT);
        try {
            return file.isEmpty()
                    ? TrustRoot.published()
                    : TrustRoot.of(Files.readAllBytes(Path.of(file.get())));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSetting(
                    Setting.SIGSTORE_TRUSTED_ROOT.key() + ": " + file.orElse("") + ": " + e);
        }
    }

    private static RetiredKey retired(String text) {
        int at = text.indexOf('@');
        try {
            if (at > 0) {
                var spki = Base64.getDecoder().decode(text.substring(0, at).strip());
                return new RetiredKey(spki, Instant.parse(text.substring(at + 1).strip()));
            }
        } catch (DateTimeParseException | IllegalArgumentException _) {
            // said below
        }
        throw new BadSetting(
                "VARVE_NPM_RETIRED_KEYS: '" + text + "' is not of the form <base64>@<moment>");
    }
}
