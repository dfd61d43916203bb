package varve.contract.advisory;

import java.util.function.Predicate;

/// What is known of flaws in packages, for those who keep them out.
public interface KnownFlaws {
    /// How bad a flaw is, in npm's words, the least first.
    enum Severity {
        LOW,
        MODERATE,
        HIGH,
        CRITICAL
    }

    /// Flaws of one package.
    ///
    /// @param fingerprint others have another
    /// @param concerns whether a version has one of them
    record Known(String fingerprint, Predicate<String> concerns) {
        public static final Known NOTHING = new Known("", _ -> false);
    }

    /// Those that are as bad as this, or worse.
    Known of(String name, Severity atLeast);
}
