package varve.command.uplink;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of packages, where `*` stands for anything.
public record NamePattern(String text) {
    boolean covers(String name) {
        var parts = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote);
        return name.matches(parts.collect(Collectors.joining(".*")));
    }
}
