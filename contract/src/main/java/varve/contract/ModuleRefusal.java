package varve.contract;

/// What deno.land/x says no to, in its own words.
public sealed interface ModuleRefusal {
    record NotFromForge() implements ModuleRefusal {}

    record BadSignature() implements ModuleRefusal {}

    record NameMissing() implements ModuleRefusal {}

    record BodyType() implements ModuleRefusal {}

    record BodyMissing() implements ModuleRefusal {}

    record OwnerBlocked() implements ModuleRefusal {}

    record SubdirNotValid() implements ModuleRefusal {}

    record NameTaken() implements ModuleRefusal {}

    record TooManyOfRepository(long most) implements ModuleRefusal {}

    record TooManyOfOwner(long most) implements ModuleRefusal {}

    record NameNotValid(String name) implements ModuleRefusal {}

    record ForbiddenWord(String word) implements ModuleRefusal {}

    record VersionNotValid(String version) implements ModuleRefusal {}

    record VersionExists(String version) implements ModuleRefusal {}

    record AlreadyBuilding(String build) implements ModuleRefusal {}

    record ModuleNotFound(String name) implements ModuleRefusal {}

    record BuildIdMissing() implements ModuleRefusal {}

    record BuildIdNotValid() implements ModuleRefusal {}

    record BuildNotFound(String build) implements ModuleRefusal {}

    record BuildNotPending(String build) implements ModuleRefusal {}

    record LimitOutOfRange() implements ModuleRefusal {}

    record PageOutOfRange() implements ModuleRefusal {}

    record UnknownOrder() implements ModuleRefusal {}

    /// To be thrown.
    default Refused refused() {
        return new Refused(new Refusal.OfModules(this));
    }
}
