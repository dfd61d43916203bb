package varve.artifacts.packument;

import tools.jackson.databind.node.ObjectNode;

/// Signs versions, each once: signing takes longer than all else that is done to write a version
/// down, and a list names many that were signed before. May be used by any number of threads.
public final class Signatures {
    private static final int REMEMBERED = 100_000;

    private record Text(String name, String version, String integrity) {}

    private final RegistryKey key;
    private final Remembered<Text, String> made = new Remembered<>(REMEMBERED, _ -> 1);

    public Signatures(RegistryKey key) {
        this.key = key;
    }

    /// Puts the registry's signature where clients look for it, in place of all others.
    ///
    /// @param dist with its `integrity`
    public void sign(ObjectNode dist, String name, String version) {
        var text = new Text(name, version, dist.path("integrity").asString(""));
        var signature = made.of(text, () -> key.sign(name, version, text.integrity()));
        dist.putArray("signatures").addObject().put("keyid", key.keyId()).put("sig", signature);
    }
}
