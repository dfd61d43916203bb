package varve.gateway.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The document as a plain page: one line for each thing that can be asked, by feature.
final class ReferencePage {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>API · Varve</title>
            <h1>API</h1>
            <p>The same for programs: <a href="/api/.well-known/openapi">OpenAPI document</a>.
            Credentials are sent as <code>Authorization: Bearer …</code>. A refusal is an object of
            <code>code</code> and <code>message</code>.</p>
            %s
            </html>
            """;

    private ReferencePage() {}

    static String of(Map<String, Object> document) {
        var features = new TreeMap<String, StringBuilder>();
        map(document.get("paths"))
                .forEach((path, methods) ->
                        map(methods)
                                .forEach((method, operation) -> {
                                    var asked = map(operation);
                                    var feature =
                                            String.valueOf(list(asked.get("tags")).getFirst());
                                    features.computeIfAbsent(feature, _ -> new StringBuilder())
                                            .append(line(path, method, asked));
                                }));
        return PAGE.formatted(
                features.entrySet().stream()
                        .map(feature ->
                                "<h2 id=\"%1$s\">%1$s</h2>\n<ul>\n%2$s</ul>\n"
                                        .formatted(
                                                HtmlUtils.htmlEscape(feature.getKey()),
                                                feature.getValue()))
                        .collect(Collectors.joining()));
    }

    private static String line(String path, String method, Map<String, Object> operation) {
        var query =
                list(operation.get("parameters")).stream()
                        .map(ReferencePage::map)
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> String.valueOf(parameter.get("name")))
                        .collect(Collectors.joining(", "));
        return "<li><code>%s %s</code>%s</li>\n"
                .formatted(
                        HtmlUtils.htmlEscape(method.toUpperCase(java.util.Locale.ROOT)),
                        HtmlUtils.htmlEscape(path),
                        query.isEmpty() ? "" : " with " + HtmlUtils.htmlEscape(query));
    }

    @SuppressWarnings("unchecked") // made by ApiDocument
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
