package varve.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.query.pages.Theme;

/// How the operator has the pages look.
final class ThemeSettings {
    private static final int LARGEST_LOGO = 1 << 20;
    private static final Map<String, String> TYPES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "webp", "image/webp");

    private ThemeSettings() {}

    static Theme of(Given given) {
        var colour = given.text(Setting.COLOUR).toLowerCase(Locale.ROOT);
        if (!colour.matches("(#[0-9a-f]{6})?")) {
            throw new BadSetting(
                    Setting.COLOUR.key() + ": '" + colour + "' is no colour such as #0b6374");
        }
        return new Theme(given.text(Setting.NAME), colour, logo(given.optional(Setting.LOGO)));
    }

    private static Theme.@Nullable Logo logo(Optional<String> file) {
        if (file.isEmpty()) {
            return null;
        }
        var type = TYPES.get(file.get().replaceFirst("^.*\\.", "").toLowerCase(Locale.ROOT));
        if (type == null) {
            throw bad(file.get() + " is none of " + TYPES.keySet().stream().sorted().toList());
        }
        try {
            var bytes = Files.readAllBytes(Path.of(file.get()));
            if (bytes.length > LARGEST_LOGO) {
                throw bad(file.get() + " is larger than 1 MiB");
            }
            return new Theme.Logo(bytes, type);
        } catch (IOException e) {
            throw bad("cannot read " + e.getMessage());
        }
    }

    private static BadSetting bad(String why) {
        return new BadSetting(Setting.LOGO.key() + ": " + why);
    }
}
