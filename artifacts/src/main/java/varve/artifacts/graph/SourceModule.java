package varve.artifacts.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.artifacts.graph.Reference.Kind;
import varve.artifacts.outline.Outline;
import varve.contract.publishing.FilePath;

/// One parsed file of a package and what it names.
///
/// @param links what every reference means, in the order of the text
/// @param forDeclarations edits after which declarations can be made of the text without inference
/// @param needsInference after those edits, too, only a compiler can tell its types
/// @param outline what it declares and exports
/// @param typeTargets what every specifier means where types are concerned
public record SourceModule(
        FilePath path,
        String text,
        Language language,
        ModuleInfo info,
        List<Link> links,
        List<Edit> forDeclarations,
        boolean needsInference,
        boolean needsLowering,
        Outline outline,
        Map<String, Target> typeTargets) {

    /// A reference and what it means.
    public record Link(Reference reference, Target target) {}

    public SourceModule {
        links = List.copyOf(links);
        forDeclarations = List.copyOf(forDeclarations);
        typeTargets = Map.copyOf(typeTargets);
    }

    /// Where the module says its types are, if it does.
    public @Nullable Target selfTypes() {
        return links.stream()
                .filter(link -> link.reference().kind() == Kind.SELF_TYPES)
                .map(Link::target)
                .findFirst()
                .orElse(null);
    }

    /// What a specifier in this module's declarations means.
    public @Nullable Target typesOf(String specifier) {
        return typeTargets.get(specifier);
    }

    static Map<String, Target> typeTargets(List<Link> links) {
        var targets = new HashMap<String, Target>();
        @Nullable Target said = null;
        for (var link : links) {
            switch (link.reference().kind()) {
                case TYPES_OF_NEXT -> said = link.target();
                case STATIC, STATIC_TYPE, DYNAMIC, TYPE -> {
                    if (said != null) {
                        targets.put(link.reference().specifier(), said);
                    }
                    targets.putIfAbsent(link.reference().specifier(), link.target());
                    said = null;
                }
                case PATH, TYPES, SELF_TYPES, JSX_SOURCE, JSX_TYPES, JSDOC -> {}
            }
        }
        return targets;
    }
}
