package varve.contract.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One place where a symbol is declared.
///
/// @param code the signature without what goes on inside
/// @param parameters of a function
/// @param returns type of what a function returns, if it is written down or plain
/// @param members of a class, an interface, an enum or an object type; never the private ones
/// @param exports of a namespace
public record Declaration(
        Kind kind,
        Spot at,
        @Nullable Doc doc,
        Code code,
        List<Parameter> parameters,
        @Nullable Code returns,
        List<Member> members,
        List<Entry.Exported> exports) {

    public Declaration {
        parameters = List.copyOf(parameters);
        members = List.copyOf(members);
        exports = List.copyOf(exports);
    }

    /// What kind of thing is declared.
    public enum Kind {
        FUNCTION,
        VARIABLE,
        CLASS,
        INTERFACE,
        ENUM,
        TYPE_ALIAS,
        NAMESPACE,
        /// Passed on from another package.
        REFERENCE
    }

    /// @param text what the author says about it, Markdown
    public record Parameter(String name, @Nullable Code type, boolean optional, String text) {}
}
