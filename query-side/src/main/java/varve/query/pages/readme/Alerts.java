package varve.query.pages.readme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Shows quotes that begin with `[!NOTE]` and the like as GitHub does: as something to heed.
final class Alerts implements NodeRenderer {
    private static final Pattern MARK =
            Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");

    private final HtmlNodeRendererContext context;

    Alerts(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(BlockQuote.class);
    }

    @Override
    public void render(Node quote) {
        var html = context.getWriter();
        var kind = taken(quote);
        var element = kind.isPresent() ? "div" : "blockquote";
        html.line();
        html.tag(element, kind.map(k -> Map.of("class", "alert alert-" + k)).orElse(Map.of()));
        html.line();
        kind.ifPresent(this::title);
        for (var child = quote.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.line();
        html.tag("/" + element);
        html.line();
    }

    private void title(String kind) {
        var html = context.getWriter();
        html.tag("p", Map.of("class", "alert-title"));
        html.text(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1));
        html.tag("/p");
        html.line();
    }

    /// Which kind of alert a quote is; its mark is taken away.
    private static Optional<String> taken(Node quote) {
        var text = new StringBuilder();
        var first = quote.getFirstChild();
        if (!(first instanceof Paragraph)) {
            return Optional.empty();
        }
        var node = first.getFirstChild();
        for (; node instanceof Text part; node = node.getNext()) {
            text.append(part.getLiteral());
        }
        var mark = MARK.matcher(text);
        if (!mark.matches() || !(node == null || node instanceof SoftLineBreak)) {
            return Optional.empty();
        }
        while (first.getFirstChild() != node) {
            first.getFirstChild().unlink();
        }
        if (node == null) {
            first.unlink();
        } else {
            node.unlink();
        }
        return Optional.of(mark.group(1).toLowerCase(Locale.ROOT));
    }
}
