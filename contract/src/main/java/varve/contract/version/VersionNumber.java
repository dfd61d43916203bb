package varve.contract.version;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A version by the letter of Semantic Versioning 2.0.0: no `v`, no leading zeros, at most 100
/// characters. Ordered by precedence; build metadata, which has none, only breaks ties.
public record VersionNumber(String text) implements Text, Comparable<VersionNumber> {
    /// The pattern that semver.org suggests.
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
                            + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)"
                            + "(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
                            + "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?");

    private static final Comparator<VersionNumber> PRECEDENCE =
            Comparator.<VersionNumber, BigInteger>comparing(v -> v.part(1))
                    .thenComparing(v -> v.part(2))
                    .thenComparing(v -> v.part(3))
                    .thenComparing(VersionNumber::comparePrerelease)
                    .thenComparing(VersionNumber::text);

    public VersionNumber {
        if (text.length() > 100 || !SHAPE.matcher(text).matches()) {
            throw new Refused(
                    new Refusal.Malformed("'" + text + "' is not a semantic version (semver.org)"));
        }
    }

    /// @throws Refused when the text is not a semantic version
    public static VersionNumber of(String text) {
        return new VersionNumber(text);
    }

    public boolean isPrerelease() {
        return prerelease() != null;
    }

    @Override
    public int compareTo(VersionNumber other) {
        return PRECEDENCE.compare(this, other);
    }

    private @Nullable String group(int index) {
        var matcher = SHAPE.matcher(text);
        return matcher.matches() ? matcher.group(index) : null;
    }

    private BigInteger part(int index) {
        var digits = group(index);
        return digits == null ? BigInteger.ZERO : new BigInteger(digits);
    }

    private @Nullable String prerelease() {
        return group(4);
    }

    /// Semantic Versioning §11: none above some, identifiers from left to right, more above fewer.
    private static int comparePrerelease(VersionNumber left, VersionNumber right) {
        var a = left.prerelease();
        var b = right.prerelease();
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return Arrays.compare(identifiers(a), identifiers(b), VersionNumber::compareIdentifiers);
    }

    private static String[] identifiers(String prerelease) {
        return List.of(prerelease.split("\\.")).toArray(String[]::new);
    }

    private static int compareIdentifiers(String a, String b) {
        boolean aNumeric = a.chars().allMatch(Character::isDigit);
        boolean bNumeric = b.chars().allMatch(Character::isDigit);
        if (aNumeric && bNumeric) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return aNumeric == bNumeric ? a.compareTo(b) : aNumeric ? -1 : 1;
    }
}
