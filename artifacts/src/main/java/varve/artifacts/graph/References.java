package varve.artifacts.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.artifacts.engine.Parsed;
import varve.artifacts.graph.Reference.Kind;
import varve.contract.publishing.FilePath;

/// Places where a module names another, as the graph follows them and as npm packages reword them.
public final class References {
    private References() {}

    /// References in text that was made from a module.
    public static List<Reference> of(Parsed parsed, String text) {
        return Descriptors.of(parsed, text).stream().flatMap(References::of).toList();
    }

    /// All that a module names, in the order of its text.
    static List<Reference> of(ModuleInfo info, Language language) {
        return Stream.concat(
                        info.dependencies().stream().flatMap(References::of),
                        info.pragmas().stream().flatMap(pragma -> of(pragma, language)))
                .sorted(Comparator.comparingInt(Reference::start))
                .toList();
    }

    private static Stream<Reference> of(Descriptor descriptor) {
        var reference =
                switch (descriptor) {
                    case Descriptor.Static found -> of(found);
                    case Descriptor.Dynamic found -> of(found);
                };
        if (reference == null) {
            return Stream.of();
        }
        var types = descriptor.types();
        return types == null
                ? Stream.of(reference)
                : Stream.of(of(Kind.TYPES_OF_NEXT, types, ""), reference);
    }

    private static @Nullable Reference of(Descriptor.Static found) {
        return switch (found.kind()) {
            case IMPORT, IMPORT_DEFER, IMPORT_SOURCE, EXPORT ->
                    of(Kind.STATIC, found.specifier(), found.attributes().type());
            case IMPORT_TYPE, EXPORT_TYPE ->
                    of(found.inType() ? Kind.TYPE : Kind.STATIC_TYPE, found.specifier(), "");
            case IMPORT_EQUALS, EXPORT_EQUALS, AUGMENTATION -> null;
        };
    }

    private static @Nullable Reference of(Descriptor.Dynamic found) {
        return found.argument() instanceof Descriptor.Argument.Plain(var specifier)
                        && found.kind() != Descriptor.DynamicKind.REQUIRE
                ? new Reference(
                        Kind.DYNAMIC,
                        specifier,
                        found.start() + 1,
                        found.end() - 1,
                        found.attributes().type())
                : null;
    }

    private static Stream<Reference> of(Pragma pragma, Language language) {
        var named = pragma.named();
        return switch (pragma.kind()) {
            case PATH -> Stream.of(of(Kind.PATH, named, ""));
            case TYPES ->
                    Stream.of(of(language.isScript() ? Kind.SELF_TYPES : Kind.TYPES, named, ""));
            case SELF_TYPES -> Stream.of(of(Kind.SELF_TYPES, named, ""));
            case JSX_SOURCE -> Stream.of(of(Kind.JSX_SOURCE, named, ""));
            case JSX_TYPES -> Stream.of(of(Kind.JSX_TYPES, named, ""));
            case JSDOC -> Stream.of(of(Kind.JSDOC, named, ""));
            case SOURCE_MAP -> Stream.of();
        };
    }

    private static Reference of(Kind kind, Named named, String attribute) {
        return new Reference(kind, named.text(), named.innerStart(), named.innerEnd(), attribute);
    }

    /// The file of the package that a specifier in a module's declarations means, if it is one.
    public static Optional<FilePath> types(
            ModuleGraph graph, SourceModule module, String specifier) {
        var target = module.typesOf(specifier);
        if (target instanceof Target.Local(var path)) {
            return Optional.of(path);
        }
        return target == null && specifier.startsWith(".")
                ? sibling(graph, module, specifier)
                : Optional.empty();
    }

    /// The module that an inferred type names: TypeScript may leave the extension out or write that
    /// of the script.
    private static Optional<FilePath> sibling(
            ModuleGraph graph, SourceModule from, String specifier) {
        var path = Resolver.join(from.path().text(), specifier);
        var stem = path.replaceFirst("\\.m?jsx?$", "");
        return Stream.of(path, stem + ".ts", stem + ".tsx", stem + ".mts", stem + ".d.ts")
                .filter(candidate -> FilePath.flaw(candidate).isEmpty())
                .map(FilePath::of)
                .filter(candidate -> graph.module(candidate).isPresent())
                .findFirst();
    }
}
