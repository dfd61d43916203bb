package varve.command.modules;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.artifacts.MediaTypes;

/// Content types as deno.land/x chose them; the rest as everywhere on the shelf.
public final class ContentTypes {
    private static final Map<String, String> LAND =
            Map.of(
                    "ts", "application/typescript; charset=utf-8",
                    "tsx", "application/typescript; charset=utf-8",
                    "mts", "application/typescript; charset=utf-8",
                    "cts", "application/typescript; charset=utf-8",
                    "jsx", "application/javascript; charset=utf-8",
                    "js", "application/javascript",
                    "mjs", "application/javascript",
                    "cjs", "application/javascript");

    private ContentTypes() {}

    /// @return null when the name says nothing, which is served as `application/octet-stream`
    public static @Nullable String of(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var land = LAND.get(name.substring(name.lastIndexOf('.') + 1));
        return land == null ? MediaTypes.of(path) : land;
    }
}
