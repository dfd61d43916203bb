package varve.artifacts.npm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.graph.Language;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.Target;
import varve.contract.publishing.FilePath;

/// Where everything lies in the npm package.
///
/// JavaScript stands beside its source. Declarations are under `/_dist/`, because TypeScript
/// prefers a source beside them.
final class Layout {
    private static final String DECLARATIONS = "/_dist";

    private final ModuleGraph graph;
    private final Set<FilePath> declared;
    private final Map<FilePath, String> scripts = new HashMap<>();

    /// @param declared modules for which declarations were made
    Layout(ModuleGraph graph, Set<FilePath> declared) {
        this.graph = graph;
        this.declared = declared;
        var taken = new HashSet<String>();
        for (var module : graph.modules()) {
            if (!module.language().needsTransform()) {
                taken.add(module.path().text());
            }
        }
        for (var module : graph.modules()) {
            if (module.language().needsTransform()) {
                scripts.put(module.path(), script(module.path().text(), taken));
            }
        }
    }

    /// `mod.ts` becomes `mod.js`, or `mod.ts.js` where another module has that name.
    private static String script(String path, Set<String> taken) {
        var script = path.substring(0, path.lastIndexOf('.')) + ".js";
        if (taken.add(script)) {
            return script;
        }
        taken.add(path + ".js");
        return path + ".js";
    }

    /// The file that runs in place of the given one.
    String script(FilePath path) {
        return scripts.getOrDefault(path, path.text());
    }

    /// The file that holds a module's own declarations, whether or not there are any.
    String declarations(SourceModule module) {
        return DECLARATIONS + withoutExtension(script(module.path())) + ".d.ts";
    }

    /// The file with the types of a file of the package, if there is one.
    @Nullable String types(FilePath path) {
        var module = graph.module(path).orElse(null);
        if (module == null) {
            return Language.of(path) == Language.DECLARATIONS ? path.text() : null;
        }
        if (declared.contains(path)) {
            return declarations(module);
        }
        if (module.language() == Language.DECLARATIONS) {
            return path.text();
        }
        return module.selfTypes() instanceof Target.Local(var types) && !types.equals(path)
                ? types(types)
                : null;
    }

    /// How a declaration file has to name a file so that TypeScript finds its types: by the name of
    /// the script that would lie beside them.
    String typesAsScript(FilePath path) {
        var types = types(path);
        if (types == null) {
            return script(path);
        }
        return types.endsWith(".d.mts")
                ? types.substring(0, types.length() - ".d.mts".length()) + ".mjs"
                : types.substring(0, types.length() - ".d.ts".length()) + ".js";
    }

    private static String withoutExtension(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }
}
