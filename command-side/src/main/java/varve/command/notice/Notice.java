package varve.command.notice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody who is told when a version is published or taken away, as Verdaccio's `notify` has it.
///
/// @param method of HTTP
/// @param headers may hold secrets
/// @param names of packages that it is about, all when absent
/// @param content of what is sent, with places such as `{{ name }}`
public record Notice(
        String id,
        String method,
        URI endpoint,
        Map<String, String> headers,
        @Nullable Pattern names,
        String content) {
    /// What may stand between the braces.
    public static final Set<String> PLACES =
            Set.of(
                    "name",
                    "version",
                    "publishedPackage",
                    "publishType",
                    "publisher.name",
                    "registry");

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{?\\s*([A-Za-z._]+)\\s*}}}?");

    public Notice {
        headers = Map.copyOf(headers);
    }

    /// Those of several that are about a package.
    public static List<Notice> about(List<Notice> notices, String name) {
        return notices.stream()
                .filter(notice -> notice.names() == null || notice.names().matcher(name).find())
                .toList();
    }

    /// @return places in the content that nothing is known of
    public Set<String> unknown() {
        return PLACE.matcher(content)
                .results()
                .map(found -> found.group(1))
                .filter(place -> !PLACES.contains(place))
                .collect(Collectors.toSet());
    }

    /// @param values for each place; they stand in JSON, whose signs are escaped
    String filled(Map<String, String> values) {
        UnaryOperator<String> escaped = text -> text.replace("\\", "\\\\").replace("\"", "\\\"");
        return PLACE.matcher(content)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(
                                escaped.apply(values.getOrDefault(found.group(1), ""))));
    }

    /// Without its headers and its address, which may hold secrets.
    @Override
    public String toString() {
        return "Notice[" + id + "]";
    }
}
