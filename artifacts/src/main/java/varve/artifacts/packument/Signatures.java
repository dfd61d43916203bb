package varve.artifacts.packument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Signs versions, each once: signing takes longer than all else that is done to write a version
/// down, and a list names many that were signed before. May be used by any number of threads.
public final class Signatures {
    private static final int REMEMBERED = 100_000;

    private record Text(String name, String version, String integrity) {}

    private final RegistryKey key;
    private final Map<Text, String> made =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Text, String> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    public Signatures(RegistryKey key) {
        this.key = key;
    }

    /// Puts the registry's signature where clients look for it, in place of all others.
    ///
    /// @param dist with its `integrity`
    public void sign(ObjectNode dist, String name, String version) {
        var text = new Text(name, version, dist.path("integrity").asString(""));
        var signature = made.get(text);
        if (signature == null) {
            signature = key.sign(name, version, text.integrity());
            made.put(text, signature);
        }
        dist.putArray("signatures").addObject().put("keyid", key.keyId()).put("sig", signature);
    }
}
