package varve.command.modules.graph;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import varve.contract.modules.ModuleVersion;

/// What the specifiers of code mean.
///
/// @param registry where clients reach this registry, with a slash at the end
/// @param aliases modules that are also served at the root
record Addresses(URI registry, Set<String> aliases) {
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern RELATIVE = Pattern.compile("(\\.{0,2})/.*");
    private static final String ESCAPED = " \"<>`{}^|\\";

    /// The address of a file of a version.
    ///
    /// @param path with a slash in front, as the file is called
    String of(ModuleVersion version, String path) {
        return registry + "x/" + version.module().text() + "@" + named(version.version() + path);
    }

    /// What a specifier means.
    ///
    /// @param from address of the module that names it
    /// @return nothing when it means no address, as a bare name does not
    Optional<String> resolve(String from, String specifier) {
        try {
            if (WITH_SCHEME.matcher(specifier).matches()) {
                return Optional.of(specifier);
            }
            return RELATIVE.matcher(specifier).matches()
                    ? Optional.of(URI.create(from).resolve(escaped(specifier)).toString())
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// An address as facts remember it: without the registry's own, which may change.
    String lasting(String address) {
        var own = registry.toString();
        return address.startsWith(own) ? address.substring(own.length() - 1) : address;
    }

    /// The rest of a module's address behind `/x/`, decoded.
    ///
    /// @return nothing when it is not served as a module of this registry
    Optional<String> onShelf(String address) {
        if (!address.startsWith(registry.toString())) {
            return Optional.empty();
        }
        try {
            var path = URI.create(address).getPath();
            if (path.startsWith("/x/")) {
                return Optional.of(path.substring(3));
            }
            return Optional.of(path.substring(1))
                    .filter(it -> aliases.contains(it.replaceFirst("[@/].*", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether this is one of the kinds of addresses that have files behind them.
    static boolean isWeb(String address) {
        return address.startsWith("http:") || address.startsWith("https:");
    }

    /// A file's name as an address has it.
    private static String named(String path) {
        return escaped(path.replace("%", "%25").replace("?", "%3F").replace("#", "%23"));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == 0x7f || ESCAPED.indexOf(b) >= 0) {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            } else {
                escaped.append((char) b);
            }
        }
        return escaped.toString();
    }
}
