package varve.query.pages.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import varve.contract.PublicAddresses;
import varve.query.pages.readme.HouseProse;

/// The manual in every language, with this registry's own addresses in its examples.
@Component
class Manual {
    /// A chapter as it is shown.
    ///
    /// @param title its first heading
    /// @param html ours, and so harmless
    record Text(Chapter chapter, String title, String html) {}

    /// A heading that says under which name it is linked to: `publish: Publish a version`.
    private static final Pattern NAMED = Pattern.compile("<h2 id=\"[^\"]*\">([a-z-]+): (.*?)</h2>");

    private final PublicAddresses addresses;
    private final Map<String, List<Text>> byLanguage = new ConcurrentHashMap<>();

    Manual(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /// All chapters.
    ///
    /// @param language one that the pages speak
    List<Text> in(String language) {
        return byLanguage.computeIfAbsent(language, this::read);
    }

    private List<Text> read(String language) {
        var texts = new ArrayList<Text>();
        for (var chapter : Chapter.values()) {
            var markdown = filled(read(language, chapter));
            var title = markdown.lines().findFirst().orElse("").replaceFirst("^# ", "");
            texts.add(new Text(chapter, title, html(markdown)));
        }
        return List.copyOf(texts);
    }

    private static String html(String markdown) {
        return NAMED.matcher(HouseProse.html(markdown)).replaceAll("<h2 id=\"$1\">$2</h2>");
    }

    private String filled(String markdown) {
        var npm = addresses.npm();
        return markdown.replace("{registry}", bare(addresses.registry().toString()))
                .replace("{npm}", bare(npm.toString()))
                .replace("{npmHost}", "//" + npm.getRawAuthority())
                .replace("{host}", addresses.registry().getRawAuthority());
    }

    private static String bare(String address) {
        return address.replaceFirst("/$", "");
    }

    private static String read(String language, Chapter chapter) {
        var path = "/varve/query/pages/manual/" + language + "/" + chapter.id() + ".md";
        try (var file = Objects.requireNonNull(Manual.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
