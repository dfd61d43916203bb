package varve.query.pages.readme;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as READMEs are written in: CommonMark with GitHub's tables, strikethrough, task lists
/// and bare links and alerts, with code in colours, and with raw HTML as far as it is harmless.
final class Markdown {
    private static final int DEEPEST = 64;
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create());
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(EXTENSIONS)
                    .maxOpenBlockParsers(DEEPEST)
                    .postProcessor(new PicturesElsewhere())
                    .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .attributeProviderFactory(_ -> new HeadingIds())
                    .nodeRendererFactory(CodeBlocks::new)
                    .nodeRendererFactory(Alerts::new)
                    .build();

    private Markdown() {}

    /// HTML as the text asks for it, whatever that is.
    static String unwashed(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    /// HTML that may be put into a page as it is.
    static String html(String markdown, Links links) {
        return Harmless.html(unwashed(markdown), links);
    }
}
