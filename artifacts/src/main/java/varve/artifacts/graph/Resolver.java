package varve.artifacts.graph;

import static varve.artifacts.Fault.GRAPH_ERROR;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.semver4j.Semver;
import varve.artifacts.upload.Upload;
import varve.contract.publishing.Contents.Export;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Says what a specifier means in a module of this package.
final class Resolver {
    private final Upload upload;
    private final VersionRef self;
    private final List<Export> exports;

    Resolver(Upload upload, VersionRef self, List<Export> exports) {
        this.upload = upload;
        this.self = self;
        this.exports = exports;
    }

    /// In a module that has no place among the files.
    Target resolve(String specifier, Supplier<String> at) {
        if (Specifiers.scheme(specifier) == null) {
            throw GRAPH_ERROR.with(
                    "failed to build module graph: '%s' cannot be imported from a data: address\n    at %s"
                            .formatted(specifier, at.get()));
        }
        return resolve(FilePath.of("/data"), specifier, at);
    }

    /// @param at the place, for messages
    Target resolve(FilePath from, String specifier, Supplier<String> at) {
        var scheme = Specifiers.scheme(specifier);
        if (scheme == null) {
            return local(from, specifier, at);
        }
        if (scheme.equals("file")) {
            return local(from, specifier.substring("file:".length()).replaceFirst("^//", ""), at);
        }
        var target = Specifiers.external(scheme, specifier, at);
        return target instanceof Target.Jsr jsr && isSelf(jsr) ? ownExport(jsr, at) : target;
    }

    private Target local(FilePath from, String specifier, Supplier<String> at) {
        var isPath =
                specifier.startsWith("./")
                        || specifier.startsWith("../")
                        || specifier.startsWith("/");
        if (!isPath) {
            throw GRAPH_ERROR.with(
                    ("failed to build module graph: relative import path '%s' not prefixed"
                                    + " with / or ./ or ../\n    at %s")
                            .formatted(specifier, at.get()));
        }
        var path = join(from.text(), specifier);
        var found = upload.file(path).or(() -> upload.file(Specifiers.unescaped(path)));
        if (found.isPresent()) {
            return new Target.Local(found.get().path());
        }
        var hint =
                upload.similar(path).map(other -> "; there is '" + other.text() + "'").orElse("");
        throw GRAPH_ERROR.with(
                "failed to build module graph: module not found 'file://%s'%s\n    at %s"
                        .formatted(path, hint, at.get()));
    }

    /// As addresses are joined: `..` at the root stays there.
    static String join(String from, String specifier) {
        var segments = new ArrayDeque<String>();
        var base = from.substring(0, from.lastIndexOf('/'));
        var whole = specifier.startsWith("/") ? specifier : base + "/" + specifier;
        for (var segment : whole.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private boolean isSelf(Target.Jsr jsr) {
        return jsr.pkg().equals(self.pkg())
                && new Semver(self.version().text()).satisfies(jsr.constraint());
    }

    private Target ownExport(Target.Jsr jsr, Supplier<String> at) {
        var key = jsr.path().isEmpty() ? "." : "./" + jsr.path();
        return exports.stream()
                .filter(export -> export.key().equals(key))
                .findFirst()
                .map(export -> new Target.Local(export.file()))
                .orElseThrow(() ->
                        GRAPH_ERROR.with(
                                "failed to build module graph: unknown export '%s' of %s\n    at %s"
                                        .formatted(key, self.text(), at.get())));
    }
}
