package varve.query.advisory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.semver4j.Semver;
import tools.jackson.databind.JsonNode;
import varve.contract.advisory.KnownFlaws;

/// What an advisory says about one package, read from OSV's form.
///
/// @param id a number, since clients expect one; it follows from the advisory's own name
/// @param vulnerable as a range that npm understands
/// @param patched the same, `<0.0.0` when there is no good version
record Flaw(
        long id,
        String name,
        String url,
        String title,
        String overview,
        String severity,
        String vulnerable,
        String patched,
        List<String> cwe,
        List<String> cves,
        Cvss cvss) {
    private static final Set<String> SEVERITIES = Set.of("low", "moderate", "high", "critical");

    static Flaw of(String name, JsonNode osv) {
        var ranges = new ArrayList<String>();
        var fixed = new ArrayList<String>();
        for (var affected : osv.path("affected")) {
            if (affected.path("package").path("name").asString("").equals(name)) {
                ranges(affected, ranges, fixed);
            }
        }
        var id = osv.path("id").asString();
        var cvss = Cvss.of(osv.path("severity"));
        return new Flaw(
                number(id),
                name,
                url(osv),
                osv.path("summary").asString(id),
                osv.path("details").asString(""),
                severity(id, osv.path("database_specific").path("severity").asString(""), cvss),
                String.join(" || ", ranges),
                fixed.isEmpty() ? "<0.0.0" : String.join(" || ", fixed),
                texts(osv.path("database_specific").path("cwe_ids")),
                texts(osv.path("aliases")).stream().filter(a -> a.startsWith("CVE-")).toList(),
                cvss);
    }

    boolean isAtLeast(KnownFlaws.Severity least) {
        return KnownFlaws.Severity.valueOf(severity.toUpperCase(Locale.ROOT)).compareTo(least) >= 0;
    }

    boolean concerns(String version) {
        var number = Semver.parse(version);
        return number != null && !vulnerable.isEmpty() && satisfies(number);
    }

    /// A prerelease of a version between the ends is flawed too, though it satisfies no range by
    /// npm's rule: it is taken for what it precedes.
    private boolean satisfies(Semver number) {
        var release =
                Semver.parse(number.getMajor() + "." + number.getMinor() + "." + number.getPatch());
        return number.satisfies(vulnerable)
                || (!number.isStable() && release != null && release.satisfies(vulnerable));
    }

    private static void ranges(JsonNode affected, List<String> ranges, List<String> fixed) {
        for (var range : affected.path("ranges")) {
            if (!range.path("type").asString("").equals("SEMVER")) {
                continue;
            }
            var from = "0";
            boolean open = false;
            for (var event : range.path("events")) {
                if (event.has("introduced")) {
                    from = event.path("introduced").asString();
                    open = true;
                } else if (event.has("fixed")) {
                    ranges.add(from(from) + "<" + event.path("fixed").asString());
                    fixed.add(">=" + event.path("fixed").asString());
                    open = false;
                } else if (event.has("last_affected")) {
                    ranges.add(from(from) + "<=" + event.path("last_affected").asString());
                    fixed.add(">" + event.path("last_affected").asString());
                    open = false;
                }
            }
            if (open) {
                ranges.add(from.equals("0") ? "*" : ">=" + from);
            }
        }
        affected.path("versions").forEach(version -> ranges.add(version.asString()));
    }

    private static String from(String introduced) {
        return introduced.equals("0") ? "" : ">=" + introduced + " ";
    }

    /// What does harm on purpose has no score, and a name of its own kind.
    private static String severity(String id, String said, Cvss cvss) {
        if (id.startsWith("MAL-")) {
            return "critical";
        }
        var text = said.toLowerCase(Locale.ROOT).replace("medium", "moderate");
        return SEVERITIES.contains(text) ? text : cvss.severity();
    }

    private static String url(JsonNode osv) {
        for (var reference : osv.path("references")) {
            if (reference.path("type").asString("").equals("ADVISORY")) {
                return reference.path("url").asString("");
            }
        }
        return osv.path("references").path(0).path("url").asString("");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static long number(String id) {
        var crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
