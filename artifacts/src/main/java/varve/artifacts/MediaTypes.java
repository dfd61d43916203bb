package varve.artifacts;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Content types by file extension. Clients trust the type above the extension when they decide how
/// to parse a remote module, so TypeScript must not become a video here (Deno's media types).
public final class MediaTypes {
    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("ts", "text/typescript"),
                    Map.entry("mts", "text/typescript"),
                    Map.entry("cts", "text/typescript"),
                    Map.entry("tsx", "text/tsx"),
                    Map.entry("jsx", "text/jsx"),
                    Map.entry("js", "text/javascript"),
                    Map.entry("mjs", "text/javascript"),
                    Map.entry("cjs", "text/javascript"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("jsonc", "application/jsonc"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("css", "text/css"),
                    Map.entry("html", "text/html"),
                    Map.entry("md", "text/markdown"),
                    Map.entry("markdown", "text/markdown"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("xml", "text/xml"),
                    Map.entry("yml", "text/yaml"),
                    Map.entry("yaml", "text/yaml"),
                    Map.entry("toml", "application/toml"),
                    Map.entry("sql", "application/sql"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("avif", "image/avif"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("woff", "font/woff"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("ttf", "font/ttf"));

    private MediaTypes() {}

    /// The content type of a file, or null when its extension says nothing.
    public static @Nullable String of(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
