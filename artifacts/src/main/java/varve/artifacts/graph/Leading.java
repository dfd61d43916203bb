package varve.artifacts.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.engine.Comment;

/// Which comment belongs to what follows it. A comment on the line of the code before it belongs to
/// that code, if a statement or an expression can end there.
final class Leading {
    private static final Set<Character> ENDS = Set.of(';', '{', '}', ')', ']', '"', '\'', '`');

    private final String text;
    private final Map<Integer, Comment> byEnd = new HashMap<>();

    Leading(String text, List<Comment> comments) {
        this.text = text;
        comments.forEach(comment -> byEnd.put(comment.end(), comment));
    }

    /// The last comment before a place that belongs to what stands there.
    @Nullable Comment before(int start) {
        int end = skipSpace(start);
        var comment = byEnd.get(end);
        return comment == null || belongsToCodeBefore(comment) ? null : comment;
    }

    /// Goes back over comments of the same line until there is a line break or code.
    private boolean belongsToCodeBefore(Comment comment) {
        int at = comment.start();
        while (at > 0) {
            int gap = skipSpace(at);
            if (gap == 0 || text.substring(gap, at).indexOf('\n') >= 0) {
                return false;
            }
            var other = byEnd.get(gap);
            if (other == null) {
                return isEnd(gap);
            }
            at = other.start();
        }
        return false;
    }

    private boolean isEnd(int after) {
        char last = text.charAt(after - 1);
        if (ENDS.contains(last)) {
            return true;
        }
        int from = after;
        while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
            from--;
        }
        return from < after && !Keywords.OPENING.contains(text.substring(from, after));
    }

    private int skipSpace(int before) {
        int at = before;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
