package varve.command.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.ScopeName;

/// Names that may not be taken: reserved ones, which staff may still assign, and blocked words,
/// which nobody gets. Lists have one name a line; `#` begins a comment.
///
/// @param reserved without hyphens
/// @param blocked words, compared with the parts of a name between hyphens and with the whole
public record NamePolicy(Set<String> reserved, Set<String> blocked) {
    public NamePolicy {
        reserved = reserved.stream().map(NamePolicy::plain).collect(Collectors.toUnmodifiableSet());
        blocked = Set.copyOf(blocked);
    }

    /// The lists that come with the program.
    public static NamePolicy standard() {
        return new NamePolicy(
                lines(resource("reserved-scopes.txt")), lines(resource("blocked-words.txt")));
    }

    /// @throws UncheckedIOException when the file cannot be read
    public NamePolicy withReserved(Path file) {
        return new NamePolicy(lines(read(file)), blocked);
    }

    /// @throws UncheckedIOException when the file cannot be read
    public NamePolicy withBlocked(Path file) {
        return new NamePolicy(reserved, lines(read(file)));
    }

    /// @throws Refused when a blocked word is in it
    public void checkWords(ScopeName scope) {
        if (isBlocked(scope.text())) {
            throw new Refused(
                    new Refusal.ScopeNameNotAllowed(scope.text(), "it holds a blocked word"));
        }
    }

    /// Whether a name holds a blocked word, hyphens or not.
    public boolean isBlocked(String name) {
        return blocked.contains(plain(name))
                || Arrays.stream(name.split("-")).anyMatch(blocked::contains);
    }

    /// @throws Refused when only staff may give it away
    public void checkReserved(ScopeName scope) {
        if (reserved.contains(scope.canonical())) {
            throw new Refused(new Refusal.OfScopes.ScopeNameReserved(scope.text()));
        }
    }

    private static String plain(String name) {
        return name.replace("-", "");
    }

    private static Set<String> lines(Stream<String> text) {
        return text.map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> resource(String name) {
        try (var text = NamePolicy.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
