package varve.artifacts;

import java.util.List;
import varve.contract.docs.Merits;
import varve.contract.publishing.Contents;

/// What an upload turned out to be.
public sealed interface Inspection {

    /// A package that can be published.
    ///
    /// @param files every uploaded file, in the order of the upload
    /// @param versionMeta the `<version>_meta.json`, fixed for ever
    /// @param npmTarball the package as npm clients get it
    /// @param documentation for readers, compressed JSON
    /// @param contents what the accepting command says about it
    /// @param merits by which it will be scored
    @SuppressWarnings("ArrayRecordComponent")
    record Sound(
            List<StoredFile> files,
            byte[] versionMeta,
            byte[] npmTarball,
            byte[] documentation,
            Contents contents,
            Merits merits)
            implements Inspection {
        public Sound {
            files = List.copyOf(files);
        }

        /// The same with the places where its dependencies are found.
        public Sound needing(List<Contents.Dependency> found) {
            return new Sound(
                    files, versionMeta, npmTarball, documentation, contents.needing(found), merits);
        }
    }

    /// The author has to change something.
    ///
    /// @param code from JSR's list of task errors
    /// @param message names the place where there is one: `file:///mod.ts:1:8`
    record Faulty(String code, String message) implements Inspection {}
}
