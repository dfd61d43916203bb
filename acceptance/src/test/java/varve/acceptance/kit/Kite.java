package varve.acceptance.kit;

import java.util.Map;

/// A package that depends on nothing, as an upload.
public final class Kite {
    private Kite() {}

    /// @param pkg with its scope
    public static byte[] tarball(String pkg, String version) {
        return Tarball.of(
                "./",
                Map.of(
                        "deno.json",
                        """
                        {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                        """
                                .formatted(pkg, version),
                        "mod.ts",
                        "/** Tails. */\nexport const tails: number = 1;\n"));
    }
}
