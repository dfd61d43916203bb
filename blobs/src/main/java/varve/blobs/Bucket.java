package varve.blobs;

import java.util.Locale;

/// The shelf's compartments. Each is one bucket of the S3 server, under the operator's prefix.
public enum Bucket {
    /// Sources as Deno asks for them, and the two lists it reads first.
    MODULES,
    /// Packuments and tarballs as npm clients ask for them.
    NPM,
    /// Modules published by webhook, laid out as deno.land/x laid them out.
    LAND,
    /// What readers are told about the symbols of a version.
    DOCS,
    /// The transparency log, laid out as auditors ask for it.
    LOG,
    /// What was uploaded, before and after anyone looked inside.
    UPLOADS;

    String named(String prefix) {
        return prefix + name().toLowerCase(Locale.ROOT);
    }
}
