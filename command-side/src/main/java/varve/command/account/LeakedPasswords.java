package varve.command.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Passwords that everybody knows, one a line in a file of the operator's.
///
/// @param all in memory, so it is a list of the most common ones and not a whole leak
public record LeakedPasswords(Set<String> all) {
    private static final int MOST = 2_000_000;

    public LeakedPasswords {
        all = Set.copyOf(all);
    }

    /// @throws IOException when the file cannot be read
    public static LeakedPasswords in(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new LeakedPasswords(Set.of());
        }
        try (var lines = Files.lines(file.get())) {
            return new LeakedPasswords(
                    lines.map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .limit(MOST)
                            .collect(Collectors.toSet()));
        }
    }

    boolean contains(String password) {
        return all.contains(password);
    }

    @Override
    public String toString() {
        return "LeakedPasswords[" + all.size() + "]";
    }
}
