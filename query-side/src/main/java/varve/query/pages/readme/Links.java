package varve.query.pages.readme;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Where the links of a README lead once it is shown on a page of ours: fragments stay within the
/// README, relative addresses stay within the package, and others only go where a click may lead.
///
/// @param file the README, from which relative addresses count
record Links(VersionRef version, FilePath file) {
    /// In front of every id, so that a README cannot pass for a part of our pages.
    static final String ID_PREFIX = "readme-";

    /// In front of addresses of this registry's own pages, which are not within the package.
    static final String OURS = "/-/doc";

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*");
    private static final Set<String> ALLOWED = Set.of("https", "http", "mailto");

    /// Browsers drop or mend these silently, which has hidden many a scheme.
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\s\\\\]");

    /// Where a link leads.
    ///
    /// @return empty when nothing may lead there
    Optional<String> link(String address) {
        var stripped = address.strip();
        if (ODD.matcher(stripped).find() || stripped.startsWith("//")) {
            return Optional.empty();
        }
        if (stripped.startsWith("#")) {
            return Optional.of("#" + ID_PREFIX + stripped.substring(1));
        }
        var scheme = SCHEME.matcher(stripped);
        if (scheme.matches()) {
            return ALLOWED.contains(scheme.group(1).toLowerCase(Locale.ROOT))
                    ? Optional.of(stripped)
                    : Optional.empty();
        }
        if (stripped.startsWith(OURS + "/@")) {
            return Optional.of(stripped.substring(OURS.length()));
        }
        return within(stripped);
    }

    /// Where a picture is, if it is in the package: a page of ours asks nobody else for anything.
    Optional<String> picture(String address) {
        var stripped = address.strip();
        return ODD.matcher(stripped).find()
                        || stripped.isEmpty()
                        || stripped.startsWith("//")
                        || stripped.startsWith("#")
                        || SCHEME.matcher(stripped).matches()
                ? Optional.empty()
                : within(stripped);
    }

    private Optional<String> within(String relative) {
        int end = relative.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = relative.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        var path = relative.substring(0, end);
        var segments = new ArrayDeque<String>();
        if (!path.startsWith("/")) {
            add(file.text().substring(0, file.text().lastIndexOf('/')), segments);
        }
        if (!add(path, segments)) {
            return Optional.empty();
        }
        var base = "/" + version.pkg().text() + "/" + version.version().text() + "/";
        return Optional.of(base + String.join("/", segments) + relative.substring(end));
    }

    /// @return false when the path leaves the package
    private static boolean add(String path, ArrayDeque<String> segments) {
        for (var segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return false;
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return true;
    }
}
