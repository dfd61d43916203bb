package varve.query.pages.manual;

import java.util.List;

/// What a page of the manual shows.
///
/// @param titles of all chapters, in order
/// @param shown which of them, or null for the table of contents
public record ManualView(
        List<String> titles, @org.jspecify.annotations.Nullable Chapter shown, String html) {
    public List<Chapter> chapters() {
        return List.of(Chapter.values());
    }

    public String title(Chapter chapter) {
        return titles.get(chapter.ordinal());
    }
}
