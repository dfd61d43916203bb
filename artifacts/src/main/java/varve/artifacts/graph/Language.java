package varve.artifacts.graph;

import varve.contract.publishing.FilePath;

/// What a file is to the module graph, by its extension.
public enum Language {
    TYPESCRIPT,
    TSX,
    JAVASCRIPT,
    JSX,
    DECLARATIONS,
    COMMON_JS,
    JSON,
    /// Anything that is not code: never parsed.
    ASSET;

    public static Language of(FilePath path) {
        var name = path.name();
        if (name.endsWith(".d.ts") || name.endsWith(".d.mts")) {
            return DECLARATIONS;
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "ts", "mts" -> TYPESCRIPT;
            case "tsx" -> TSX;
            case "js", "mjs" -> JAVASCRIPT;
            case "jsx" -> JSX;
            case "cjs", "cts" -> COMMON_JS;
            case "json" -> JSON;
            default -> ASSET;
        };
    }

    /// Whether the parser is asked.
    public boolean isCode() {
        return switch (this) {
            case TYPESCRIPT, TSX, JAVASCRIPT, JSX, DECLARATIONS -> true;
            case COMMON_JS, JSON, ASSET -> false;
        };
    }

    /// JavaScript, whose types are elsewhere or in its documentation.
    public boolean isScript() {
        return this == JAVASCRIPT || this == JSX;
    }

    boolean hasJsx() {
        return this == TSX || this == JSX;
    }

    /// Whether declarations can be derived from it.
    public boolean isTyped() {
        return this == TYPESCRIPT || this == TSX;
    }

    /// Whether JavaScript has to be made of it.
    public boolean needsTransform() {
        return isTyped() || this == JSX;
    }
}
