package varve.query.pages.code;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fife.ui.rsyntaxtextarea.TokenMakerBase;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MarkdownTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RustTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;

/// How a language is told apart into pieces.
///
/// @param makers each of which remembers where it is, so every text needs its own
/// @param words that the maker takes for names
record Grammar(Supplier<TokenMakerBase> makers, Set<String> words) {
    private static final Set<String> LATE_WORDS =
            Set.of(
                    "as",
                    "async",
                    "await",
                    "from",
                    "infer",
                    "is",
                    "keyof",
                    "namespace",
                    "never",
                    "of",
                    "override",
                    "readonly",
                    "satisfies",
                    "type",
                    "unknown",
                    "using");

    private static final Grammar TYPESCRIPT = new Grammar(TypeScriptTokenMaker::new, LATE_WORDS);
    private static final Grammar JAVASCRIPT = new Grammar(JavaScriptTokenMaker::new, LATE_WORDS);
    private static final Grammar JSON = plain(JsonTokenMaker::new);
    private static final Grammar MARKDOWN = plain(MarkdownTokenMaker::new);
    private static final Grammar SHELL = plain(UnixShellTokenMaker::new);
    private static final Grammar HTML = plain(HTMLTokenMaker::new);
    private static final Grammar YAML = plain(YamlTokenMaker::new);

    private static final Map<String, Grammar> BY_NAME =
            Map.ofEntries(
                    Map.entry("ts", TYPESCRIPT),
                    Map.entry("mts", TYPESCRIPT),
                    Map.entry("cts", TYPESCRIPT),
                    Map.entry("tsx", TYPESCRIPT),
                    Map.entry("typescript", TYPESCRIPT),
                    Map.entry("js", JAVASCRIPT),
                    Map.entry("mjs", JAVASCRIPT),
                    Map.entry("cjs", JAVASCRIPT),
                    Map.entry("jsx", JAVASCRIPT),
                    Map.entry("javascript", JAVASCRIPT),
                    Map.entry("json", JSON),
                    Map.entry("jsonc", JSON),
                    Map.entry("json5", JSON),
                    Map.entry("map", JSON),
                    Map.entry("md", MARKDOWN),
                    Map.entry("markdown", MARKDOWN),
                    Map.entry("sh", SHELL),
                    Map.entry("bash", SHELL),
                    Map.entry("shell", SHELL),
                    Map.entry("html", HTML),
                    Map.entry("xml", plain(XMLTokenMaker::new)),
                    Map.entry("svg", plain(XMLTokenMaker::new)),
                    Map.entry("css", plain(CSSTokenMaker::new)),
                    Map.entry("yaml", YAML),
                    Map.entry("yml", YAML),
                    Map.entry("rs", plain(RustTokenMaker::new)),
                    Map.entry("sql", plain(SQLTokenMaker::new)));

    /// @param language as a fenced block names it, or how a file's name ends
    static Optional<Grammar> of(String language) {
        return Optional.ofNullable(BY_NAME.get(language.toLowerCase(Locale.ROOT)));
    }

    private static Grammar plain(Supplier<TokenMakerBase> makers) {
        return new Grammar(makers, Set.of());
    }
}
