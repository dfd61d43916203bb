package varve.contract.docs;

import java.util.List;

/// Something with a name. Several declarations can share it: overloads, an interface and the
/// constant of the same name, merged namespaces.
///
/// @param name as declared; exports may call it otherwise
/// @param address relative to the documentation of the version, `sub/~/Name`
public record Symbol(String name, String address, List<Declaration> declarations) {
    public Symbol {
        declarations = List.copyOf(declarations);
    }

    /// Whether its authors want nobody to begin using it.
    public boolean deprecated() {
        return !declarations.isEmpty()
                && declarations.stream().allMatch(each -> Doc.isDeprecated(each.doc()));
    }
}
