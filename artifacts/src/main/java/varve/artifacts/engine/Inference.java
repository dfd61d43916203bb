package varve.artifacts.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The slow and thorough way: what cannot be had module by module.
public interface Inference {
    /// Leaves out what would need it.
    Inference NONE =
            new Inference() {
                @Override
                public Map<String, Printed> declare(
                        Map<String, Source> sources, List<String> wanted) {
                    return Map.of();
                }

                @Override
                public Optional<Printed> transpile(String path, String text, Jsx jsx) {
                    return Optional.empty();
                }
            };

    /// A module for inference.
    ///
    /// @param links paths of the modules that hold the types of what its specifiers name
    record Source(String text, Map<String, String> links) {}

    /// Declarations with inferred types.
    ///
    /// @param sources all modules of the package by path
    /// @param wanted paths for which declarations are wanted
    /// @return those that could be made; none when it took too long
    Map<String, Printed> declare(Map<String, Source> sources, List<String> wanted);

    /// JavaScript for syntax that has to be lowered; empty when that cannot be done.
    Optional<Printed> transpile(String path, String text, Jsx jsx);
}
