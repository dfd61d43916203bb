package varve.query.pages.readme;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/// Leaves of pictures written as HTML only those that lie in the package; of others, their text.
@SuppressWarnings("try")
final class PicturesHere extends HtmlStreamEventReceiverWrapper {
    private final Links links;

    PicturesHere(HtmlStreamEventReceiver next, Links links) {
        super(next);
        this.links = links;
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (!element.equals("img") || links.picture(value("src", attributes)).isPresent()) {
            super.openTag(element, attributes);
        } else {
            text(value("alt", attributes));
        }
    }

    /// @param attributes names and values in turn
    private static String value(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }
}
