package varve.standalone.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.packument.RegistryKey;
import varve.artifacts.packument.Signatures;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Setting;
import varve.standalone.settings.Settings;

/// The key with which the registry signs what npm clients are told of, and the list of keys that
/// clients check signatures with.
@Configuration(proxyBeanMethods = false)
public class NpmKeys {
    private static final String KIND = "ecdsa-sha2-nistp256";

    /// As npm's clients read it. A version is good when it was published before its key's end.
    private record PublicKey(
            @Nullable Instant expires, String keyid, String keytype, String scheme, String key) {}

    private record PublicKeys(List<PublicKey> keys) {}

    @Bean
    RegistryKey registryKey(Settings settings) {
        var own = settings.home().resolve("npm-signing-key.pem");
        var file = settings.npm().signingKey().orElse(own);
        if (file.equals(own)) {
            KeyFile.makeUnlessThere(own, RegistryKey::generate);
        }
        try {
            return RegistryKey.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSetting(Setting.NPM_SIGNING_KEY.key() + ": " + file + ": " + e);
        }
    }

    @Bean
    Signatures signatures(RegistryKey key) {
        return new Signatures(key);
    }

    /// On the shelf, where all that clients read lies.
    @Bean
    InitializingBean keysOnTheShelf(
            RegistryKey key, Settings settings, Blobs blobs, JsonMapper json) {
        return () -> {
            var keys = new ArrayList<PublicKey>();
            keys.add(new PublicKey(null, key.keyId(), KIND, KIND, key.publicKey()));
            for (var old : settings.npm().retiredKeys()) {
                var text = Base64.getEncoder().encodeToString(old.spki());
                keys.add(
                        new PublicKey(
                                old.ended(), RegistryKey.keyId(old.spki()), KIND, KIND, text));
            }
            blobs.put(
                    Paths.npmKeys(),
                    json.writeValueAsBytes(new PublicKeys(keys)),
                    "application/json");
        };
    }
}
