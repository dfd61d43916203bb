package varve.contract;

/// Counts what was handed out. Told in passing by those who hand it out, who never wait for it.
public interface Downloads {
    /// A version was taken.
    ///
    /// @param name `@luca/flag`, `flag`, or `/x/flag` for a module
    void happened(String name, String version);
}
