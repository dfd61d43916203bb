package varve.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// A file that a setting names.
final class YamlFile {
    private YamlFile() {}

    /// @throws BadSetting when it cannot be read
    static Map<?, ?> read(Setting setting, Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            if (yaml.load(text) instanceof Map<?, ?> map) {
                return map;
            }
            throw new BadSetting(setting.key() + ": " + file + " is not a list of keys");
        } catch (IOException | YAMLException e) {
            throw new BadSetting(setting.key() + ": cannot read " + file + ": " + e.getMessage());
        }
    }

    static Map<?, ?> child(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> child ? child : Map.of();
    }
}
