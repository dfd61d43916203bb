package varve.standalone.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import varve.contract.Refused;
import varve.contract.token.AddressRange;

/// Environment over file over defaults.
final class Given {
    private static final String PREFIX = "VARVE_";

    private final Map<String, String> environment;
    private final Map<String, String> values = new HashMap<>();

    Given(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        var file = environment.get(Setting.CONFIG.key());
        if (file != null) {
            values.putAll(read(Path.of(file)));
        }
        environment.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                values.put(key, value);
            }
        });
        var known = Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw new BadSetting(
                            key + " is not a setting; 'varve settings' lists them all");
                });
    }

    /// Where it was read from.
    Map<String, String> environment() {
        return environment;
    }

    /// Keys whose values are others here than there.
    List<Setting> unlike(Given other) {
        return Arrays.stream(Setting.values())
                .filter(setting -> !text(setting).equals(other.text(setting)))
                .toList();
    }

    String text(Setting setting) {
        return optional(setting).orElse(setting.standard());
    }

    Optional<String> optional(Setting setting) {
        return Optional.ofNullable(values.get(setting.key()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadSetting(setting.key() + ": it is either 'true' or 'false'");
        };
    }

    int port(Setting setting) {
        return number(setting, 1, 65_535);
    }

    int number(Setting setting, int least, int most) {
        var text = text(setting);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new BadSetting(
                "%s: '%s' is not a number from %d to %d"
                        .formatted(setting.key(), text, least, most));
    }

    /// Ranges of network addresses, separated by commas.
    List<AddressRange> ranges(Setting setting) {
        try {
            return Arrays.stream(text(setting).split(","))
                    .map(String::strip)
                    .filter(range -> !range.isEmpty())
                    .map(AddressRange::of)
                    .toList();
        } catch (Refused _) {
            throw new BadSetting(
                    setting.key() + ": '" + text(setting) + "' is not a list of networks");
        }
    }

    boolean yes(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadSetting(setting.key() + " is either true or false");
        };
    }

    URI address(Setting setting, int port) {
        var text = optional(setting).orElse("http://localhost:" + port + "/");
        var uri = Settings.uri(setting, text.endsWith("/") ? text : text + "/");
        if (!uri.getPath().equals("/")) {
            throw new BadSetting(
                    setting.key()
                            + ": both protocols need the root of an origin, not '"
                            + uri.getPath()
                            + "'");
        }
        return uri;
    }

    private static Map<String, String> read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            if (!(yaml.load(text) instanceof Map<?, ?> map)) {
                throw new BadSetting("VARVE_CONFIG: " + file + " is not a list of keys");
            }
            var read = new HashMap<String, String>();
            map.forEach((key, value) -> read.put(String.valueOf(key), String.valueOf(value)));
            return read;
        } catch (IOException | YAMLException e) {
            throw new BadSetting("VARVE_CONFIG: cannot read " + file + ": " + e.getMessage());
        }
    }
}
