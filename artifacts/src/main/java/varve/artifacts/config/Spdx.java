package varve.artifacts.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SPDX licence identifiers, and expressions of them with `AND`, `OR`, `WITH` and brackets.
final class Spdx {
    private static final Map<String, String> IDS =
            Lines.of("spdx-ids.txt").stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    id -> id.toLowerCase(Locale.ROOT), Function.identity()));

    /// Names that people use and the list does not have.
    private static final Map<String, String> ALIASES =
            Map.of(
                    "apache 2.0", "Apache-2.0",
                    "apache2", "Apache-2.0",
                    "apache-2", "Apache-2.0",
                    "bsd", "BSD-3-Clause",
                    "bsd-2", "BSD-2-Clause",
                    "bsd-3", "BSD-3-Clause",
                    "gplv2", "GPL-2.0-only",
                    "gplv3", "GPL-3.0-only",
                    "mpl2", "MPL-2.0",
                    "cc0", "CC0-1.0");

    private static final int LONGEST = 200;
    private static final Pattern OPERATOR = Pattern.compile("\\s+(AND|OR|WITH)\\s+");
    private static final Pattern EXCEPTION =
            Pattern.compile("[A-Za-z0-9.-]+-exception[A-Za-z0-9.-]*");

    private Spdx() {}

    /// The expression in the list's spelling; empty when a part of it is unknown.
    static Optional<String> expression(String text) {
        var alias = ALIASES.get(text.strip().toLowerCase(Locale.ROOT));
        if (alias != null) {
            return Optional.of(alias);
        }
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = OPERATOR.split(text.strip().replace('(', ' ').replace(')', ' ').strip(), -1);
        if (parts.length == 1) {
            return id(parts[0]);
        }
        for (var part : parts) {
            if (id(part.strip()).isEmpty() && !EXCEPTION.matcher(part.strip()).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(text.strip());
    }

    private static Optional<String> id(String text) {
        return Optional.ofNullable(IDS.get(text.toLowerCase(Locale.ROOT)));
    }
}
