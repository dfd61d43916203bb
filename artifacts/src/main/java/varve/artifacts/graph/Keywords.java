package varve.artifacts.graph;

import java.util.Set;

/// Words of the language.
final class Keywords {
    /// After which an expression goes on.
    static final Set<String> OPENING =
            Set.of(
                    "await",
                    "yield",
                    "return",
                    "throw",
                    "new",
                    "typeof",
                    "void",
                    "delete",
                    "in",
                    "of",
                    "instanceof",
                    "case",
                    "default",
                    "do",
                    "else",
                    "export",
                    "extends");

    private Keywords() {}
}
