package varve.artifacts.graph;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Comment;
import varve.artifacts.graph.Reference.Kind;

/// What comments name: TypeScript's triple-slash directives and Deno's `@ts-types`.
final class Pragmas {
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "^/\\s*<reference\\s+(path|types)\\s*=\\s*[\"']([^\"']*)[\"'][^>]*/>.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPES =
            Pattern.compile("^\\s*@(?:ts|deno)-types\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern SELF_TYPES =
            Pattern.compile("^\\s*@ts-self-types\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern JSX_SOURCE =
            Pattern.compile("^[\\s*]*@jsxImportSource\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    private Pragmas() {}

    /// The comments before the first statement.
    static List<Comment> leading(List<Comment> comments, JsonNode program) {
        var first = program.path("body").path(0);
        int end = first.isObject() ? Nodes.start(first) : Integer.MAX_VALUE;
        return comments.stream().filter(comment -> comment.start() < end).toList();
    }

    static Stream<Reference> references(List<Comment> leading, Language language) {
        return leading.stream()
                .flatMap(comment ->
                        comment.line()
                                ? Stream.of(
                                                tripleSlash(comment, language),
                                                selfTypes(comment, language))
                                        .flatMap(Optional::stream)
                                : Stream.of(
                                                jsxSource(comment, language),
                                                selfTypes(comment, language))
                                        .flatMap(Optional::stream));
    }

    static Optional<Reference> typesOfNext(Comment comment) {
        return match(Kind.TYPES_OF_NEXT, TYPES, 1, comment);
    }

    private static Optional<Reference> tripleSlash(Comment comment, Language language) {
        var matcher = REFERENCE.matcher(comment.value());
        if (!matcher.find()) {
            return Optional.empty();
        }
        var isPath = matcher.group(1).equalsIgnoreCase("path");
        var kind = isPath ? Kind.PATH : isScript(language) ? Kind.SELF_TYPES : Kind.TYPES;
        return match(kind, REFERENCE, 2, comment);
    }

    private static Optional<Reference> selfTypes(Comment comment, Language language) {
        return isScript(language)
                ? match(Kind.SELF_TYPES, SELF_TYPES, 1, comment)
                : Optional.empty();
    }

    private static Optional<Reference> jsxSource(Comment comment, Language language) {
        return language == Language.TSX || language == Language.JSX
                ? match(Kind.JSX_SOURCE, JSX_SOURCE, 1, comment)
                : Optional.empty();
    }

    private static boolean isScript(Language language) {
        return language == Language.JAVASCRIPT || language == Language.JSX;
    }

    private static Optional<Reference> match(
            Kind kind, Pattern pattern, int group, Comment comment) {
        var matcher = pattern.matcher(comment.value());
        if (!matcher.find()) {
            return Optional.empty();
        }
        int start = comment.valueStart() + matcher.start(group);
        int end = comment.valueStart() + matcher.end(group);
        return Optional.of(new Reference(kind, matcher.group(group), start, end, ""));
    }
}
