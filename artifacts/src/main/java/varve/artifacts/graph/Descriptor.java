package varve.artifacts.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One place in a module's code that names other modules, in the terms of Deno's module graph.
sealed interface Descriptor {
    Attributes attributes();

    /// Where the types of what is named are, when a comment says so.
    @Nullable Named types();

    /// The names that JSON has for them.
    enum StaticKind {
        IMPORT("import"),
        IMPORT_DEFER("importDefer"),
        IMPORT_SOURCE("importSource"),
        IMPORT_TYPE("importType"),
        IMPORT_EQUALS("importEquals"),
        EXPORT("export"),
        EXPORT_TYPE("exportType"),
        EXPORT_EQUALS("exportEquals"),
        AUGMENTATION("maybeTsModuleAugmentation");

        final String text;

        StaticKind(String text) {
            this.text = text;
        }

        boolean isType() {
            return switch (this) {
                case IMPORT_TYPE, EXPORT_TYPE, AUGMENTATION -> true;
                case IMPORT, IMPORT_DEFER, IMPORT_SOURCE, IMPORT_EQUALS, EXPORT, EXPORT_EQUALS ->
                        false;
            };
        }
    }

    enum DynamicKind {
        IMPORT("import"),
        IMPORT_DEFER("importDefer"),
        IMPORT_SOURCE("importSource"),
        REQUIRE("require");

        final String text;

        DynamicKind(String text) {
            this.text = text;
        }
    }

    /// What a dynamic import is given.
    sealed interface Argument {
        record Plain(String specifier) implements Argument {}

        /// @param parts empty where the program fills something in
        record Template(List<Optional<String>> parts) implements Argument {
            public Template {
                parts = List.copyOf(parts);
            }
        }

        record Computed() implements Argument {}
    }

    /// @param inType stands in a type: `import("./x.ts").T`
    /// @param sideEffect an import that brings nothing into scope
    record Static(
            StaticKind kind,
            Named specifier,
            boolean inType,
            boolean sideEffect,
            Attributes attributes,
            @Nullable Named types)
            implements Descriptor {}

    /// @param start of the argument, UTF-16 units
    record Dynamic(
            DynamicKind kind,
            Argument argument,
            int start,
            int end,
            Attributes attributes,
            @Nullable Named types)
            implements Descriptor {}
}
