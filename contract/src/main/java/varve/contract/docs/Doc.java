package varve.contract.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A documentation comment.
///
/// @param text before the first tag, Markdown
/// @param tags in the order of the author
/// @param links what `{@link …}` in it leads to; absent names lead nowhere
public record Doc(String text, List<Tag> tags, Map<String, String> links) {
    public Doc {
        tags = List.copyOf(tags);
        links = Map.copyOf(links);
    }

    /// @param name without the at sign, in its usual form: `param`, never `arg`
    /// @param type inside braces, if any
    /// @param about the parameter or property it speaks of, if it does
    /// @param text the rest, Markdown
    public record Tag(String name, @Nullable String type, @Nullable String about, String text) {}

    public Stream<Tag> all(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name));
    }

    public Optional<Tag> first(String name) {
        return all(name).findFirst();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /// What the author says about a parameter, empty if nothing.
    public String ofParameter(String name) {
        return all("param")
                .filter(tag -> name.equals(tag.about()))
                .map(Tag::text)
                .findFirst()
                .orElse("");
    }

    /// Whether readers are to see what it is written on.
    public static boolean isHidden(@Nullable Doc doc) {
        return doc != null && (doc.has("ignore") || doc.has("internal") || doc.has("private"));
    }

    public static boolean isDeprecated(@Nullable Doc doc) {
        return doc != null && doc.has("deprecated");
    }

    /// The first sentence or paragraph, on one line.
    public String summary() {
        var paragraph = text.strip().split("\\n\\s*\\n", 2)[0];
        return paragraph.replaceAll("\\s+", " ").strip();
    }
}
