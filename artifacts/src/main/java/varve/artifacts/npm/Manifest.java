package varve.artifacts.npm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.Order;
import varve.artifacts.config.Configuration;
import varve.artifacts.graph.ModuleGraph;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.publishing.FilePath;

/// The `package.json`.
final class Manifest {
    private static final ObjectWriter JSON =
            JsonMapper.builder()
                    .build()
                    .writer()
                    .with(
                            new DefaultPrettyPrinter(
                                            Separators.createDefaultInstance()
                                                    .withObjectNameValueSpacing(Spacing.AFTER))
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Layout layout;
    private final ModuleGraph graph;

    Manifest(Layout layout, ModuleGraph graph) {
        this.layout = layout;
        this.graph = graph;
    }

    String text(Order order, Configuration configuration) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", order.ref().pkg().npmName());
        fields.put("version", order.ref().version().text());
        fields.put("homepage", order.homepage());
        fields.put("license", configuration.license());
        fields.put("type", "module");
        var npm = configuration.npm();
        fields.put("dependencies", dependencies(npm.peerDependencies().keySet()));
        putUnlessEmpty(fields, "peerDependencies", npm.peerDependencies());
        putUnlessEmpty(fields, "engines", npm.engines());
        putUnlessEmpty(fields, "bin", bin(npm.bin()));
        fields.put("exports", exports(configuration));
        fields.put("_jsr_revision", NpmPackage.REVISION);
        return JSON.writeValueAsString(fields) + "\n";
    }

    private static void putUnlessEmpty(
            Map<String, Object> fields, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    private Map<String, String> bin(Map<String, FilePath> commands) {
        var all = new LinkedHashMap<String, String>();
        commands.forEach((command, module) -> all.put(command, "." + layout.script(module)));
        return all;
    }

    /// One range for each package: npm knows no two.
    ///
    /// @param peers that whoever installs the package brings along
    private Map<String, String> dependencies(Set<String> peers) {
        var all = new TreeMap<String, String>();
        graph.dependencies()
                .forEach(dependency -> all.put(npmName(dependency), dependency.constraint()));
        all.keySet().removeAll(peers);
        return all;
    }

    private static String npmName(Dependency dependency) {
        return switch (dependency.registry()) {
            case JSR -> PackageRef.of(dependency.name()).npmName();
            case NPM -> dependency.name();
        };
    }

    private Map<String, Object> exports(Configuration configuration) {
        var all = new LinkedHashMap<String, Object>();
        for (var export : configuration.exports()) {
            all.put(export.key(), conditions(export.file()));
        }
        return all;
    }

    private Map<String, String> conditions(FilePath path) {
        var conditions = new LinkedHashMap<String, String>();
        var types = layout.types(path);
        if (types != null) {
            conditions.put("types", "." + types);
        }
        var script = layout.script(path);
        if (!script.equals(types)) {
            conditions.put("default", "." + script);
        }
        return conditions;
    }
}
