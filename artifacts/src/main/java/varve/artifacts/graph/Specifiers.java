package varve.artifacts.graph;

import static varve.artifacts.Fault.INVALID_EXTERNAL_IMPORT;
import static varve.artifacts.Fault.INVALID_JSR_SCOPED_PACKAGE_NAME;
import static varve.artifacts.Fault.INVALID_JSR_SPECIFIER;
import static varve.artifacts.Fault.INVALID_NPM_SPECIFIER;
import static varve.artifacts.Fault.MISSING_CONSTRAINT;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;

/// Reads specifiers that have a scheme.
final class Specifiers {
    private static final Set<String> OUTSIDE =
            Set.of("data", "node", "bun", "virtual", "cloudflare");
    private static final Pattern SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern JSR =
            Pattern.compile("jsr:/?(@[^/@]+/[^/@]+)(?:@([^/]*))?(?:/(.*))?");
    private static final Pattern NPM =
            Pattern.compile("npm:/?((?:@[^/@]+/)?[^/@]+)(?:@([^/]*))?(?:/(.*))?");
    private static final Pattern NPM_NAME =
            Pattern.compile("(?:@[A-Za-z0-9~_-][A-Za-z0-9._~-]*/)?[A-Za-z0-9~_-][A-Za-z0-9._~-]*");
    private static final Pattern CONSTRAINT = Pattern.compile("[0-9A-Za-z.^~<>=|*+ -]+");
    private static final Pattern SUB_PATH =
            Pattern.compile("[A-Za-z0-9$()+\\-.@\\[\\]_{}~/!,;=&#?%]*");

    private Specifiers() {}

    /// The scheme in lower case, or null where there is none.
    static @Nullable String scheme(String specifier) {
        var matcher = SCHEME.matcher(specifier);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /// @throws varve.artifacts.Faulted when packages must not name such a thing
    static Target external(String scheme, String specifier, Supplier<String> at) {
        if (OUTSIDE.contains(scheme)) {
            return new Target.Outside(specifier);
        }
        return switch (scheme) {
            case "jsr" -> jsr(specifier, at);
            case "npm" -> npm(specifier, at);
            default ->
                    throw INVALID_EXTERNAL_IMPORT.with(
                            ("'%s' cannot be imported: a package may import its own files and"
                                            + " jsr:, npm: and node: modules\n    at %s")
                                    .formatted(specifier, at.get()));
        };
    }

    private static Target jsr(String specifier, Supplier<String> at) {
        var matcher = JSR.matcher(specifier);
        if (!matcher.matches() || !isPlain(matcher)) {
            throw INVALID_JSR_SPECIFIER.with(
                    "'%s' is not of the form jsr:@scope/name@range/path\n    at %s"
                            .formatted(specifier, at.get()));
        }
        var pkg = pkg(matcher.group(1), at);
        return new Target.Jsr(pkg, constraint(matcher, specifier, at), path(matcher));
    }

    private static Target npm(String specifier, Supplier<String> at) {
        var matcher = NPM.matcher(specifier);
        if (!matcher.matches()
                || !NPM_NAME.matcher(matcher.group(1)).matches()
                || !isPlain(matcher)) {
            throw INVALID_NPM_SPECIFIER.with(
                    "'%s' is not of the form npm:name@range/path\n    at %s"
                            .formatted(specifier, at.get()));
        }
        return new Target.Npm(matcher.group(1), constraint(matcher, specifier, at), path(matcher));
    }

    /// Ranges and paths are copied into manifests and programs: nothing in them may need quoting.
    private static boolean isPlain(Matcher matcher) {
        var range = range(matcher);
        return (range.isEmpty() || CONSTRAINT.matcher(range).matches())
                && SUB_PATH.matcher(path(matcher)).matches();
    }

    private static PackageRef pkg(String name, Supplier<String> at) {
        try {
            var pkg = PackageRef.of(name);
            pkg.requirePlain();
            return pkg;
        } catch (Refused _) {
            throw INVALID_JSR_SCOPED_PACKAGE_NAME.with(
                    "'%s' is not a package name\n    at %s".formatted(name, at.get()));
        }
    }

    private static String constraint(Matcher matcher, String specifier, Supplier<String> at) {
        var range = range(matcher);
        if (range.isEmpty() || range.equals("*")) {
            throw MISSING_CONSTRAINT.with(
                    "'%s' does not say which versions it can work with\n    at %s"
                            .formatted(specifier, at.get()));
        }
        return range;
    }

    private static String range(Matcher matcher) {
        var range = matcher.group(2);
        return range == null ? "" : unescaped(range).strip();
    }

    private static String path(Matcher matcher) {
        var path = matcher.group(3);
        return path == null ? "" : path;
    }

    /// `%20` and the like, which stand in specifiers because those are addresses. What is no escape
    /// stays as it is.
    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int value = text.charAt(i) == '%' ? hex(text, i + 1) : -1;
            if (value >= 0) {
                out.write(value);
                i += 3;
            } else {
                int point = text.codePointAt(i);
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
