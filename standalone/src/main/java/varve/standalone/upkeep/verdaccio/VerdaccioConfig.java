package varve.standalone.upkeep.verdaccio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// What Verdaccio's configuration says of people and packages.
///
/// @param people names in the htpasswd file, those who came first first
/// @param rules of which the first that covers a package holds
/// @param uplinks addresses by name
record VerdaccioConfig(List<Person> people, List<PackageRule> rules, Map<String, String> uplinks) {
    /// Somebody in the htpasswd file.
    ///
    /// @param hash of their password, in one of several forms
    public record Person(String name, String hash) {
        @Override
        public String toString() {
            return name;
        }
    }

    List<String> names() {
        return people.stream().map(Person::name).toList();
    }

    /// @throws IOException when a file is missing or is not what it should be
    static VerdaccioConfig read(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            if (!(yaml.load(text) instanceof Map<?, ?> config)) {
                throw new IOException(file + " is no configuration of Verdaccio");
            }
            return new VerdaccioConfig(people(config, file), rules(config), uplinks(config));
        } catch (YAMLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    Optional<PackageRule> rule(String name) {
        return rules.stream().filter(rule -> rule.covers(name)).findFirst();
    }

    /// The file's place is meant from where the configuration lies.
    private static List<Person> people(Map<?, ?> config, Path file) throws IOException {
        if (!(child(child(config, "auth"), "htpasswd").get("file") instanceof String named)) {
            return List.of();
        }
        var htpasswd = file.toAbsolutePath().resolveSibling(named);
        if (Files.notExists(htpasswd)) {
            return List.of();
        }
        return Files.readAllLines(htpasswd, StandardCharsets.UTF_8).stream()
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> line.split(":", -1))
                .map(parts -> new Person(parts[0], parts[1]))
                .toList();
    }

    private static List<PackageRule> rules(Map<?, ?> config) {
        var rules = new ArrayList<PackageRule>();
        child(config, "packages")
                .forEach((glob, rule) -> {
                    if (rule instanceof Map<?, ?> said) {
                        rules.add(
                                new PackageRule(
                                        String.valueOf(glob),
                                        words(said.get("access")),
                                        words(said.get("publish")),
                                        said.get("storage") instanceof String folder
                                                ? folder
                                                : ""));
                    }
                });
        return rules;
    }

    private static Map<String, String> uplinks(Map<?, ?> config) {
        var uplinks = new TreeMap<String, String>();
        child(config, "uplinks")
                .forEach((name, uplink) -> {
                    if (uplink instanceof Map<?, ?> said && said.get("url") instanceof String url) {
                        uplinks.put(String.valueOf(name), url);
                    }
                });
        return uplinks;
    }

    /// Verdaccio takes names in one string, or as a list.
    private static List<String> words(@Nullable Object said) {
        return switch (said) {
            case String text -> List.of(text.strip().split("[\\s,]+"));
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    private static Map<?, ?> child(Map<?, ?> config, String key) {
        return config.get(key) instanceof Map<?, ?> child ? child : Map.of();
    }
}
