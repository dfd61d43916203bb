package varve.artifacts.graph;

/// A place where a module names another one. Positions are UTF-16 units of the module's text and
/// enclose the specifier without its quotes.
///
/// @param attribute the `type` among the import attributes, empty if there is none
public record Reference(Kind kind, String specifier, int start, int end, String attribute) {

    public enum Kind {
        /// `import …` and `export … from`, needed when the program runs.
        STATIC,
        /// `import type …` and `export type … from`.
        STATIC_TYPE,
        /// `import(…)` with a literal.
        DYNAMIC,
        /// `import("…").T` as a type.
        TYPE,
        /// `/// <reference path="…" />`
        PATH,
        /// `/// <reference types="…" />`
        TYPES,
        /// `@ts-types="…"` before an import: where the types of the next reference are.
        TYPES_OF_NEXT,
        /// `@ts-self-types="…"`: where the types of this module are.
        SELF_TYPES,
        /// `@jsxImportSource …`; the module imported is its `/jsx-runtime`.
        JSX_SOURCE,
        /// `@jsxImportSourceTypes …`, likewise.
        JSX_TYPES,
        /// A type in the documentation of JavaScript.
        JSDOC
    }

    /// The specifier of the module that is really loaded.
    public String loaded() {
        return switch (kind) {
            case JSX_SOURCE, JSX_TYPES -> specifier + "/jsx-runtime";
            case STATIC,
                    STATIC_TYPE,
                    DYNAMIC,
                    TYPE,
                    PATH,
                    TYPES,
                    TYPES_OF_NEXT,
                    SELF_TYPES,
                    JSDOC ->
                    specifier;
        };
    }

    /// Whether a package is broken when the target is not there. What is imported on the way shows
    /// when the program runs; what documentation names runs nowhere.
    boolean mustBeThere() {
        return kind != Kind.DYNAMIC && kind != Kind.JSDOC;
    }

    /// Whether the target is data, whatever its extension says.
    public boolean isData() {
        return switch (attribute) {
            case "json", "text", "bytes", "css" -> true;
            default -> false;
        };
    }
}
