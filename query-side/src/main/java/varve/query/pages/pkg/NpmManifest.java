package varve.query.pages.pkg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an npm package says of itself that its page shows. Whoever wrote it may have written
/// anything, so whatever is not as it should be counts as absent.
///
/// @param homepage where a click may lead, or absent
/// @param repository where a click may lead, or absent
/// @param commands that installing it brings
public record NpmManifest(
        List<String> keywords,
        @Nullable String license,
        @Nullable String readme,
        @Nullable String homepage,
        @Nullable String repository,
        List<String> commands,
        Map<String, String> engines,
        List<PackageHead.Dependency> dependencies) {
    private static final int MOST = 500;
    private static final Pattern WEB = Pattern.compile("(?:git\\+)?(https?://[^\\s\"<>\\\\]+)");

    static NpmManifest of(JsonNode json) {
        var repository = json.path("repository");
        return new NpmManifest(
                json.path("keywords").valueStream().flatMap(NpmManifest::text).limit(50).toList(),
                text(json.path("license")).findFirst().orElse(null),
                text(json.path("readmeFilename")).findFirst().orElse(null),
                web(json.path("homepage")),
                web(repository.isObject() ? repository.path("url") : repository),
                commands(json),
                texts(json.path("engines")),
                texts(json.path("dependencies")).entrySet().stream()
                        .map(entry ->
                                new PackageHead.Dependency("npm", entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<String> commands(JsonNode json) {
        var bin = json.path("bin");
        return bin.isObject() ? List.copyOf(texts(bin).keySet()) : List.of();
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.propertyStream()
                .filter(property -> property.getValue().isString())
                .limit(MOST)
                .forEach(property -> texts.put(property.getKey(), property.getValue().asString()));
        return texts;
    }

    private static @Nullable String web(JsonNode json) {
        return text(json)
                .map(WEB::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> text(JsonNode json) {
        return json.isString() && json.asString().length() <= MOST
                ? Stream.of(json.asString())
                : Stream.empty();
    }
}
