package varve.standalone.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.command.uplink.Gate;
import varve.command.uplink.NamePattern;
import varve.command.uplink.Uplink;
import varve.command.uplink.UplinkPolicy;
import varve.contract.advisory.KnownFlaws.Severity;

/// What the operator has set about other registries.
final class UplinkSettings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(KiB|MiB|GiB|TiB)?");
    private static final Set<String> KEYS =
            Set.of("timeout", "maxage", "absence", "rest", "token", "basic", "for", "hosts");

    private UplinkSettings() {}

    /// @param environment where secrets may stand that settings only name
    static UplinkPolicy.Terms of(Given given, Map<String, String> environment) {
        var uplinks =
                each(given.text(Setting.UPLINKS)).map(one -> uplink(one, environment)).toList();
        if (uplinks.stream().map(Uplink::name).distinct().count() < uplinks.size()) {
            throw bad(Setting.UPLINKS, "two have the same name");
        }
        return new UplinkPolicy.Terms(
                uplinks,
                gate(given),
                size(Setting.UPLINK_CACHE_SIZE, given.text(Setting.UPLINK_CACHE_SIZE)),
                duration(Setting.UPLINK_CACHE_AGE, given.text(Setting.UPLINK_CACHE_AGE)));
    }

    private static Gate gate(Given given) {
        return new Gate(
                each(given.text(Setting.UPLINK_BLOCK)).map(UplinkSettings::blocked).toList(),
                each(given.text(Setting.UPLINK_BLOCK_LICENSES))
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .toList(),
                duration(Setting.UPLINK_QUARANTINE, given.text(Setting.UPLINK_QUARANTINE)),
                given.optional(Setting.UPLINK_BLOCK_FLAWS)
                        .map(UplinkSettings::severity)
                        .orElse(null));
    }

    private static Severity severity(String text) {
        try {
            return Severity.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw bad(
                    Setting.UPLINK_BLOCK_FLAWS,
                    "'" + text + "' is none of low, moderate, high, critical");
        }
    }

    private static Gate.Blocked blocked(String text) {
        int at = text.indexOf('@', 1);
        return at < 0
                ? new Gate.Blocked(new NamePattern(text), Optional.empty())
                : new Gate.Blocked(
                        new NamePattern(text.substring(0, at)),
                        Optional.of(text.substring(at + 1).strip()));
    }

    private static Uplink uplink(String text, Map<String, String> environment) {
        var words = List.of(text.split("\\s+"));
        if (words.size() < 2 || !words.getFirst().matches("[a-z0-9-]{1,40}")) {
            throw bad(Setting.UPLINKS, "'" + words.getFirst() + "' needs a name and an address");
        }
        var how = new HashMap<String, String>();
        for (var word : words.subList(2, words.size())) {
            int is = word.indexOf('=');
            if (is < 0 || !KEYS.contains(word.substring(0, is))) {
                throw bad(Setting.UPLINKS, "'" + word + "' is none of " + KEYS);
            }
            how.put(word.substring(0, is), word.substring(is + 1));
        }
        return new Uplink(
                words.getFirst(),
                address(words.get(1)),
                duration(Setting.UPLINKS, how.getOrDefault("timeout", "30s")),
                duration(Setting.UPLINKS, how.getOrDefault("maxage", "2m")),
                duration(Setting.UPLINKS, how.getOrDefault("absence", "1m")),
                duration(Setting.UPLINKS, how.getOrDefault("rest", "1m")),
                authorization(how, environment),
                commas(how.get("for")).map(NamePattern::new).toList(),
                Set.copyOf(commas(how.get("hosts")).toList()));
    }

    private static Optional<String> authorization(
            Map<String, String> how, Map<String, String> environment) {
        var token = how.get("token");
        if (token != null) {
            return Optional.of("Bearer " + secret(Setting.UPLINKS, token, environment));
        }
        return Optional.ofNullable(how.get("basic"))
                .map(basic ->
                        secret(Setting.UPLINKS, basic, environment)
                                .getBytes(StandardCharsets.UTF_8))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /// A secret stands in a file or in the environment, never in the setting itself.
    static String secret(Setting setting, String where, Map<String, String> environment) {
        if (where.startsWith("env:")) {
            var found = environment.get(where.substring("env:".length()));
            if (found != null && !found.isBlank()) {
                return found.strip();
            }
        } else if (where.startsWith("file:")) {
            try {
                return Files.readString(Path.of(where.substring("file:".length()))).strip();
            } catch (IOException _) {
                // said below
            }
        }
        throw bad(
                setting,
                "a secret is given as env:NAME or file:/path, and is there; not '" + where + "'");
    }

    private static URI address(String text) {
        try {
            var uri = URI.create(text.endsWith("/") ? text : text + "/");
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw bad(Setting.UPLINKS, "'" + text + "' is not an http address without credentials");
    }

    private static Duration duration(Setting setting, String text) {
        var found = DURATION.matcher(text);
        if (!found.matches()) {
            throw bad(setting, "'" + text + "' is no time such as 30s, 2m, 1h or 3d");
        }
        long number = Long.parseLong(found.group(1));
        return switch (found.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case null, default -> Duration.ofSeconds(number);
        };
    }

    private static long size(Setting setting, String text) {
        var found = SIZE.matcher(text);
        if (!found.matches()) {
            throw bad(setting, "'" + text + "' is no size such as 500MiB or 10GiB");
        }
        var unit = Arrays.asList(null, "KiB", "MiB", "GiB", "TiB").indexOf(found.group(2));
        return Long.parseLong(found.group(1)) << (10 * unit);
    }

    private static Stream<String> each(String text) {
        return Arrays.stream(text.split("[;\\n]")).map(String::strip).filter(one -> !one.isEmpty());
    }

    private static Stream<String> commas(@Nullable String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split(","));
    }

    private static BadSetting bad(Setting setting, String why) {
        return new BadSetting(setting.key() + ": " + why);
    }
}
