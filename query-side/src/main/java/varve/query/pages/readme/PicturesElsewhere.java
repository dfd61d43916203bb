package varve.query.pages.readme;

import java.util.ArrayList;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/// Turns pictures that lie elsewhere into links to them, since our pages load nothing from
/// elsewhere. A picture that is a link already, such as a badge, leaves its text.
final class PicturesElsewhere implements PostProcessor {
    @Override
    public Node process(Node document) {
        var elsewhere = new ArrayList<Image>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        if (image.getDestination().contains("://")
                                || image.getDestination().startsWith("//")) {
                            elsewhere.add(image);
                        }
                        visitChildren(image);
                    }
                });
        elsewhere.forEach(PicturesElsewhere::replace);
        return document;
    }

    private static void replace(Image image) {
        if (isWithinLink(image)) {
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
        } else {
            var link = new Link(image.getDestination(), image.getTitle());
            while (image.getFirstChild() != null) {
                link.appendChild(image.getFirstChild());
            }
            image.insertBefore(link);
        }
        image.unlink();
    }

    private static boolean isWithinLink(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
        }
        return false;
    }
}
