package varve.projections.transparency;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import varve.contract.Event;
import varve.contract.EventCatalogue;
import varve.contract.Text;
import varve.contract.modules.BuildEvent.ModulePublished;
import varve.contract.modules.ModuleEvent.ModuleRegistered;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.TagRemoved;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.VersionDeprecated;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionEvent.VersionUndeprecated;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;

/// What everybody may know of a fact: when it happened to which scope, package or module, and
/// hashes of what was published. Never who did it: people may ask to be forgotten, and this log
/// cannot forget.
///
/// The words for a kind of fact may never change, since leaves are computed again when the log is
/// rebuilt and must be the ones that were signed. A kind that is not named here is sealed.
final class PublicWords {
    private static final char FIRST_PLAIN = '!';
    private static final char LAST_PLAIN = '~';

    private PublicWords() {}

    /// @param hidden names of scopes and packages that are private at this point of the log
    static Optional<String> of(Event event, Instant at, Set<String> hidden) {
        if (pkg(event).filter(pkg -> isIn(hidden, pkg)).isPresent()) {
            return Optional.empty();
        }
        var words = new StringBuilder("type=");
        words.append(EventCatalogue.of(event.getClass()).name()).append(" time=").append(at);
        return said(event, words) ? Optional.of(words.toString()) : Optional.empty();
    }

    private static Optional<PackageRef> pkg(Event event) {
        return switch (event) {
            case PackageEvent about -> Optional.of(about.pkg());
            case VersionEvent about -> Optional.of(about.ref().pkg());
            default -> Optional.empty();
        };
    }

    private static boolean isIn(Set<String> hidden, PackageRef pkg) {
        return hidden.contains(pkg.text()) || hidden.contains("@" + pkg.scope().text());
    }

    private static boolean said(Event event, StringBuilder words) {
        return switch (event) {
            case TagSet(var pkg, var tag, var version) ->
                    about(words, pkg)
                            && add(words, "tag", tag.text())
                            && add(words, "version", version);
            case TagRemoved(var pkg, var tag) -> about(words, pkg) && add(words, "tag", tag.text());
            case VersionPublished(var ref, _, var contents) ->
                    about(words, ref)
                            && add(words, "meta", "sha256-" + contents.metaSha256())
                            && add(words, "tarball", "sha512-" + contents.npm().sha512());
            case NpmVersionPublished(var ref, _, var release, var tag) ->
                    about(words, ref)
                            && add(words, "tarball", "sha512-" + release.sha512())
                            && add(words, "tag", tag.text());
            case VersionYanked(var ref) -> about(words, ref);
            case VersionUnyanked(var ref) -> about(words, ref);
            case VersionDeprecated(var ref, _) -> about(words, ref);
            case VersionUndeprecated(var ref) -> about(words, ref);
            case VersionTombstoned(var ref) -> about(words, ref);
            case ModuleRegistered(var module, _) -> add(words, "subject", module.text());
            case ModulePublished(var version, _, var contents, _) ->
                    about(words, version) && add(words, "meta", "sha256-" + contents.metaSha256());
            default -> false;
        };
    }

    private static boolean about(StringBuilder words, Text subject) {
        return add(words, "subject", subject.text());
    }

    /// @return true, always
    private static boolean add(StringBuilder words, String key, String value) {
        words.append(' ').append(key).append('=');
        value.codePoints()
                .forEach(c -> {
                    if (c < FIRST_PLAIN || c > LAST_PLAIN || c == '%') {
                        words.append("%%{%x}".formatted(c));
                    } else {
                        words.appendCodePoint(c);
                    }
                });
        return true;
    }
}
