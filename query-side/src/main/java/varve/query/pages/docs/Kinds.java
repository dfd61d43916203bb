package varve.query.pages.docs;

import java.util.Locale;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Member;
import varve.query.pages.Words;

/// What kinds of symbols and members are called.
final class Kinds {
    private Kinds() {}

    static String plural(Kind kind, Words words) {
        return switch (kind) {
            case FUNCTION -> words.functions();
            case VARIABLE -> words.variables();
            case CLASS -> words.classes();
            case INTERFACE -> words.interfaces();
            case ENUM -> words.enums();
            case TYPE_ALIAS -> words.typeAliases();
            case NAMESPACE -> words.namespaces();
            case REFERENCE -> words.references();
        };
    }

    static String plural(Member.Kind kind, Words words) {
        return switch (kind) {
            case CONSTRUCTOR, CONSTRUCT -> words.constructors();
            case PROPERTY -> words.properties();
            case GETTER, SETTER -> words.accessors();
            case METHOD -> words.methods();
            case INDEX -> words.indexSignatures();
            case CALL -> words.callSignatures();
            case VARIANT -> words.enumMembers();
        };
    }

    static String one(Kind kind) {
        return switch (kind) {
            case TYPE_ALIAS -> "type";
            case FUNCTION, VARIABLE, CLASS, INTERFACE, ENUM, NAMESPACE, REFERENCE ->
                    kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
