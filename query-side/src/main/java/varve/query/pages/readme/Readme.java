package varve.query.pages.readme;

/// A README as it can be shown.
public sealed interface Readme {
    /// Shown as it was meant.
    ///
    /// @param html harmless: may be put into a page as it is
    record Rendered(String html) implements Readme {}

    /// Shown as it was written.
    record Plain(String text) implements Readme {}

    /// Not shown.
    ///
    /// @param bytes too many to be shown
    record TooLarge(long bytes) implements Readme {}
}
