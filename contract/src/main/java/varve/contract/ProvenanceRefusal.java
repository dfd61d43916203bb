package varve.contract;

/// How the registry says no to what is attested of a version.
public sealed interface ProvenanceRefusal {
    /// It is not true of what was published, or nobody believes it.
    record Unsound(String why) implements ProvenanceRefusal {}

    /// The version is older than what is attested of it may be.
    record TooLate(String version) implements ProvenanceRefusal {}

    /// Something is attested of the version already.
    record Attested(String version) implements ProvenanceRefusal {}

    /// To be thrown.
    default Refused refused() {
        return new Refused(new Refusal.OfProvenance(this));
    }
}
