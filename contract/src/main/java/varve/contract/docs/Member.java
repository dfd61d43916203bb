package varve.contract.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a class, an interface, an enum or an object type.
///
/// @param name `constructor`, `wave`, `[Symbol.iterator]`; empty for signatures without one
/// @param code the whole signature
/// @param parameters of a method or constructor
/// @param modifiers `static`, `protected`, `abstract`, `readonly`, `optional`, as far as they apply
public record Member(
        Kind kind,
        String name,
        Spot at,
        @Nullable Doc doc,
        Code code,
        List<Declaration.Parameter> parameters,
        List<String> modifiers) {

    public Member {
        parameters = List.copyOf(parameters);
        modifiers = List.copyOf(modifiers);
    }

    /// What kind of part it is.
    public enum Kind {
        CONSTRUCTOR,
        PROPERTY,
        GETTER,
        SETTER,
        METHOD,
        INDEX,
        CALL,
        CONSTRUCT,
        VARIANT
    }
}
