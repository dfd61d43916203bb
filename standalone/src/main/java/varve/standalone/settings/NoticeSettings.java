package varve.standalone.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import varve.command.notice.Notice;

/// The file that says who is told of publications: `notify` as in Verdaccio's configuration, which
/// itself will do; either one or several by name.
final class NoticeSettings {
    private static final Set<String> METHODS = Set.of("POST", "PUT", "GET");

    private NoticeSettings() {}

    static List<Notice> of(Given given) {
        var file = given.optional(Setting.NOTIFY);
        if (file.isEmpty()) {
            return List.of();
        }
        var all = YamlFile.child(YamlFile.read(Setting.NOTIFY, Path.of(file.get())), "notify");
        if (all.isEmpty()) {
            throw bad("there is nothing below 'notify' in " + file.get());
        }
        if (all.containsKey("endpoint")) {
            return List.of(notice("notify", all));
        }
        var notices = new ArrayList<Notice>();
        all.forEach((name, said) -> {
            if (!(said instanceof Map<?, ?> one)) {
                throw bad("'" + name + "' says nothing");
            }
            notices.add(notice(String.valueOf(name), one));
        });
        return List.copyOf(notices);
    }

    private static Notice notice(String id, Map<?, ?> said) {
        var method = text(said, "method", "POST").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw bad("'" + id + "': the method is none of " + METHODS);
        }
        var notice =
                new Notice(
                        id,
                        method,
                        Settings.uri(Setting.NOTIFY, text(said, "endpoint", "")),
                        headers(said.get("headers")),
                        names(id, said),
                        text(said, "content", ""));
        if (!notice.unknown().isEmpty()) {
            throw bad(
                    "'%s': nothing is known of %s; there are %s"
                            .formatted(id, notice.unknown(), Notice.PLACES));
        }
        return notice;
    }

    /// Verdaccio has a list of maps with one header each; one map will do.
    private static Map<String, String> headers(@Nullable Object said) {
        var headers = new HashMap<String, String>();
        switch (said) {
            case List<?> list -> list.forEach(one -> headers.putAll(headers(one)));
            case Map<?, ?> map ->
                    map.forEach((name, value) ->
                            headers.put(String.valueOf(name), String.valueOf(value)));
            case null, default -> {}
        }
        return headers;
    }

    private static @Nullable Pattern names(String id, Map<?, ?> said) {
        var pattern = text(said, "packagePattern", "");
        try {
            int flags =
                    text(said, "packagePatternFlags", "").contains("i")
                            ? Pattern.CASE_INSENSITIVE
                            : 0;
            return pattern.isEmpty() ? null : Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException e) {
            throw bad("'" + id + "': packagePattern: " + e.getDescription());
        }
    }

    private static String text(Map<?, ?> said, String key, String standard) {
        return said.get(key) == null ? standard : String.valueOf(said.get(key));
    }

    private static BadSetting bad(String why) {
        return new BadSetting(Setting.NOTIFY.key() + ": " + why);
    }
}
