package varve.artifacts.docs;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.artifacts.docs.Library.Volume;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.Target;
import varve.artifacts.outline.Outline.Imported;
import varve.contract.docs.Member;

/// Finds the address of the documentation that a name leads to.
final class Addresses {
    private static final String IMPORT = "import:";

    private final Exports exports;
    private final Library library;
    private final Map<Integer, String> known;

    Addresses(Exports exports, Library library, Map<Integer, String> known) {
        this.exports = exports;
        this.library = library;
        this.known = known;
    }

    /// @param dotted as it stands in the source
    Optional<String> of(String dotted, Volume volume) {
        var module = volume.module();
        if (module == null) {
            return Optional.empty();
        }
        if (dotted.startsWith(IMPORT)) {
            int at = dotted.lastIndexOf('#');
            var parts = dotted.substring(at + 1).split("\\.");
            var imported = new Imported(dotted.substring(IMPORT.length(), at), parts[0]);
            return address(exports.imported(module, imported), parts);
        }
        var parts = dotted.split("\\.");
        if (parts.length == 0 || isHiddenBy(parts[0], volume)) {
            return Optional.empty();
        }
        return address(meaning(parts[0], module), parts);
    }

    /// What a namespace declares itself hides what the module means by the name.
    private static boolean isHiddenBy(String name, Volume volume) {
        return volume.scope().stream().anyMatch(each -> each.name().equals(name));
    }

    private @Nullable Meaning meaning(String name, SourceModule module) {
        return exports.meaning(module, name);
    }

    private Optional<String> address(@Nullable Meaning meaning, String[] parts) {
        return switch (meaning) {
            case Meaning.Jsr(var target, var name, _) ->
                    Optional.of(elsewhere(target, name, parts));
            case Meaning.Own own -> library.number(own).flatMap(number -> inside(number, parts));
            case Meaning.Whole whole -> {
                var number = library.number(whole);
                yield number.isPresent()
                        ? inside(number.get(), parts)
                        : parts.length < 2
                                ? Optional.empty()
                                : address(
                                        exports.exported(whole.path(), parts[1]).orElse(null),
                                        Arrays.copyOfRange(parts, 1, parts.length));
            }
            case Meaning.Elsewhere _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /// Follows the rest of a dotted name into namespaces, then to a member.
    private Optional<String> inside(int start, String[] parts) {
        int number = start;
        for (int i = 1; i < parts.length; i++) {
            var part = parts[i];
            var inner =
                    library.volumes().get(number).declarations().stream()
                            .flatMap(each -> each.exports().stream())
                            .filter(each -> each.name().equals(part))
                            .findFirst();
            if (inner.isEmpty()) {
                return member(number, parts[parts.length - 1]);
            }
            number = inner.get().symbol();
        }
        return Optional.ofNullable(known.get(number));
    }

    private Optional<String> member(int number, String name) {
        var isThere =
                library.volumes().get(number).declarations().stream()
                        .flatMap(each -> each.members().stream())
                        .map(Member::name)
                        .anyMatch(name::equals);
        var address = Optional.ofNullable(known.get(number));
        return isThere ? address.map(page -> page + "#" + name) : address;
    }

    /// Documentation of another package on this registry.
    private static String elsewhere(Target.Jsr target, String name, String[] parts) {
        var entry = target.path().isEmpty() ? "" : "/" + target.path();
        var base = "/" + target.pkg().text() + "/doc" + entry;
        if (name.equals("*")) {
            return parts.length < 2 ? base : base + "/~/" + parts[1];
        }
        return base + "/~/" + name;
    }
}
