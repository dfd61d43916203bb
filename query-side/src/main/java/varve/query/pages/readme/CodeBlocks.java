package varve.query.pages.readme;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import varve.query.pages.code.Code;

/// Shows fenced code in the colours of its language.
final class CodeBlocks implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    CodeBlocks(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        var block = (FencedCodeBlock) node;
        var language = language(block);
        var html = context.getWriter();
        html.line();
        html.tag("pre");
        html.tag("code", language.isEmpty() ? Map.of() : Map.of("class", "language-" + language));
        for (var line : Code.of(language, block.getLiteral().lines().toList())) {
            for (var piece : line) {
                if (piece.isPlain()) {
                    html.text(piece.text());
                } else {
                    html.tag("span", Map.of("class", "hl-" + piece.look()));
                    html.text(piece.text());
                    html.tag("/span");
                }
            }
            html.raw("\n");
        }
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    private static String language(FencedCodeBlock block) {
        var info = block.getInfo();
        return info == null ? "" : info.strip().split("[\\s,{]", 2)[0];
    }
}
