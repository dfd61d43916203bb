package varve.query.pages.manual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page of the manual shows.
///
/// @param titles of all chapters, in order
/// @param shown which of them, or null for the table of contents
public record ManualView(List<String> titles, @Nullable Chapter shown, String html) {
    /// None of the chapters.
    static ManualView of(List<Manual.Text> texts) {
        return new ManualView(texts.stream().map(Manual.Text::title).toList(), null, "");
    }

    public List<Chapter> chapters() {
        return List.of(Chapter.values());
    }

    public String title(Chapter chapter) {
        return titles.get(chapter.ordinal());
    }
}
