package varve.artifacts.graph;

/// Something that a comment names.
///
/// @param mode `import` or `require` where the comment says how to resolve it, otherwise empty
record Pragma(Kind kind, Named named, String mode) {
    enum Kind {
        /// `/// <reference path="…" />`
        PATH,
        /// `/// <reference types="…" />`
        TYPES,
        /// `@ts-self-types="…"`
        SELF_TYPES,
        /// `@jsxImportSource …`
        JSX_SOURCE,
        /// `@jsxImportSourceTypes …`
        JSX_TYPES,
        /// A type in the documentation of JavaScript.
        JSDOC,
        /// `//# sourceMappingURL=…`
        SOURCE_MAP
    }
}
