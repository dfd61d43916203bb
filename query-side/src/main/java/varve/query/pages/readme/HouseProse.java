package varve.query.pages.readme;

/// Markdown of our own, which needs no washing.
public final class HouseProse {
    private HouseProse() {}

    /// HTML as it goes into a page.
    public static String html(String markdown) {
        return Markdown.unwashed(markdown);
    }
}
