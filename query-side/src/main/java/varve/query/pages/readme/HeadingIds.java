package varve.query.pages.readme;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/// Gives each heading the id that GitHub would, so that tables of contents work.
final class HeadingIds implements AttributeProvider {
    private final Map<String, Integer> seen = new HashMap<>();

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            var id = id(text(heading));
            int before = seen.merge(id, 1, Integer::sum) - 1;
            attributes.put("id", before == 0 ? id : id + "-" + before);
        }
    }

    private static String id(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String text(Heading heading) {
        var text = new StringBuilder();
        heading.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        text.append(part.getLiteral());
                    }

                    @Override
                    public void visit(Code part) {
                        text.append(part.getLiteral());
                    }
                });
        return text.toString();
    }
}
