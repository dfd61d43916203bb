package varve.artifacts.score;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.artifacts.StoredFile;
import varve.artifacts.config.Utf8;
import varve.contract.docs.Declaration;
import varve.contract.docs.Doc;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.docs.Merits;
import varve.contract.docs.Symbol;

/// Judges a version by JSR's criteria.
public final class Appraisal {
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~)");
    private static final Pattern INDENTED = Pattern.compile("(?m)^[ \\t]*\\R(    |\\t)\\S");

    private Appraisal() {}

    /// @param readme of the package, if it has one
    public static Merits of(Documentation documentation, Optional<StoredFile> readme) {
        var main = main(documentation);
        var silent =
                documentation.entries().stream()
                        .filter(Entry::code)
                        .filter(entry -> isSilent(entry.doc()))
                        .filter(entry -> !(entry.key().equals(".") && readme.isPresent()))
                        .map(Entry::key)
                        .toList();
        return new Merits(
                readme.isPresent() || !isSilent(main),
                readme.flatMap(file -> Utf8.text(file.bytes())).filter(Appraisal::shows).isPresent()
                        || (main != null && (hasFence(main.text()) || main.has("example"))),
                silent,
                documented(documentation),
                documentation.slowTypes().isEmpty());
    }

    private static @Nullable Doc main(Documentation documentation) {
        return documentation.entries().stream()
                .filter(entry -> entry.key().equals("."))
                .map(Entry::doc)
                .filter(doc -> doc != null)
                .findFirst()
                .orElse(null);
    }

    /// A comment that only has tags, such as examples, says something too.
    private static boolean isSilent(@Nullable Doc doc) {
        return doc == null
                || (doc.text().isEmpty()
                        && doc.tags().stream()
                                .allMatch(tag ->
                                        tag.name().equals("module") && tag.text().isEmpty()));
    }

    private static boolean shows(String markdown) {
        return hasFence(markdown) || INDENTED.matcher(markdown).find();
    }

    private static boolean hasFence(String markdown) {
        return FENCE.matcher(markdown).find();
    }

    /// Each symbol counts once, however many entry points export it.
    private static double documented(Documentation documentation) {
        var seen = new HashSet<Integer>();
        int all = 0;
        int said = 0;
        for (var entry : documentation.entries()) {
            for (var export : entry.exports()) {
                if (seen.add(export.symbol())) {
                    for (var declaration : counted(documentation.symbols().get(export.symbol()))) {
                        all++;
                        said += declaration.doc() == null ? 0 : 1;
                    }
                }
            }
        }
        return all == 0 ? 1 : (double) said / all;
    }

    private static List<Declaration> counted(Symbol symbol) {
        return symbol.declarations().stream()
                .filter(each -> each.kind() != Declaration.Kind.REFERENCE)
                .toList();
    }
}
