package varve.projections.npm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.PackumentText;
import varve.artifacts.packument.Stretch;
import varve.contract.Sha256;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.eventlog.EventJson;
import varve.projections.Moments;
import varve.projections.npm.Readmes.Readme;

/// The packument of an npm package, computed from its rows.
///
/// @param revision position of the last fact about it
/// @param releases all there ever were, in ascending order
/// @param tags as they were set
/// @param maintainers what the scope's members are called
/// @param likers what those are called who like it
record ReleasePackument(
        PackageRef pkg,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        List<Release> releases,
        Map<String, String> tags,
        List<String> maintainers,
        SortedSet<String> likers) {

    /// What the whole document repeats of its latest version.
    private static final List<String> OF_LATEST =
            List.of(
                    "description",
                    "author",
                    "contributors",
                    "repository",
                    "homepage",
                    "bugs",
                    "keywords",
                    "license");

    /// @param latest what the client said of the latest version, absent when there is none
    /// @param readme of that version
    Packument render(Versions versions, Optional<JsonNode> latest, Optional<Readme> readme) {
        var tags = pointers();
        var head = EventJson.mapper().createObjectNode();
        head.put("_id", pkg.text()).put("_rev", rev()).put("name", pkg.text());
        head.set("dist-tags", tags);
        var brief = EventJson.mapper().createObjectNode();
        brief.put("name", pkg.text()).put("modified", Moments.text(updatedAt));
        brief.set("dist-tags", tags);
        var full = new ArrayList<>(List.of(opened(head, "versions")));
        var install = new ArrayList<>(List.of(opened(brief, "versions")));
        var times = new ArrayList<Stretch>();
        boolean first = true;
        for (var stretch : Cuts.of(releases)) {
            var written = versions.of(pkg, stretch, first);
            full.add(written.full());
            install.add(written.install());
            times.add(written.times());
            first &= stretch.stream().noneMatch(Release::listed);
        }
        for (var document : List.of(full, install)) {
            document.add(Stretch.of("},\"time\":" + dates()));
            document.addAll(times);
        }
        full.add(Stretch.of(end() + "," + inner(tail(latest, readme)) + "}"));
        install.add(Stretch.of(end() + "}"));
        return new Packument(
                pkg.text(),
                Packument.bytes(tags),
                PackumentText.of(full),
                PackumentText.of(install));
    }

    /// An object that goes on with this field, whose value is an object.
    private static Stretch opened(ObjectNode head, String field) {
        return Stretch.of("{" + inner(head) + ",\"" + field + "\":{");
    }

    /// What is between the braces.
    private static String inner(ObjectNode json) {
        var text = Versions.text(json);
        return text.substring(1, text.length() - 1);
    }

    /// The whole document repeats some of what is said of its latest version.
    private ObjectNode tail(Optional<JsonNode> latest, Optional<Readme> readme) {
        var tail = EventJson.mapper().createObjectNode();
        var people = tail.putArray("maintainers");
        maintainers.forEach(name -> Versions.person(people.addObject(), name));
        latest.ifPresent(manifest ->
                OF_LATEST.stream()
                        .filter(manifest::has)
                        .forEach(field -> tail.set(field, manifest.path(field))));
        besides(tail, likers, readme);
        return tail;
    }

    /// What is neither of a version nor of the package itself. A star is no change of the package:
    /// neither its revision nor its last change tell of it.
    static void besides(ObjectNode full, SortedSet<String> likers, Optional<Readme> readme) {
        if (!likers.isEmpty()) {
            var users = full.putObject("users");
            likers.forEach(name -> users.put(name, true));
        }
        readme.ifPresent(
                there -> full.put("readme", there.text()).put("readmeFilename", there.file()));
    }

    /// What `latest` means: where somebody let it point to, while that is there; else the highest
    /// that is stable, or the highest of all.
    Optional<Release> latest() {
        var set = tags.get(TagName.LATEST.text());
        var there =
                listed().stream().filter(release -> release.version().text().equals(set)).findAny();
        return there.or(() -> highest(true)).or(() -> highest(false));
    }

    int count() {
        return listed().size();
    }

    private List<Release> listed() {
        return releases.stream().filter(Release::listed).toList();
    }

    private Optional<Release> highest(boolean stable) {
        return listed().reversed().stream()
                .filter(release -> !stable || !release.version().isPrerelease())
                .findFirst();
    }

    private String rev() {
        var seen = pkg.text() + "#" + revision;
        var hash = Sha256.hex(seen.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return revision + "-" + hash.substring(0, 16);
    }

    private ObjectNode pointers() {
        var json = EventJson.mapper().createObjectNode();
        latest().ifPresent(release -> json.put("latest", release.version().text()));
        var known = new HashSet<String>();
        listed().forEach(release -> known.add(release.version().text()));
        tags.forEach((tag, version) -> {
            if (!tag.equals(TagName.LATEST.text()) && known.contains(version)) {
                json.put(tag, version);
            }
        });
        return json;
    }

    /// The object of times, as far as the first version; those that are gone are in it too.
    private String dates() {
        var dates = EventJson.mapper().createObjectNode();
        dates.put("created", Moments.text(createdAt)).put("modified", Moments.text(updatedAt));
        return "{" + inner(dates);
    }

    /// Its end, with what is left to say once all versions are gone.
    private String end() {
        if (!releases.stream().allMatch(Release::tombstoned)) {
            return "}";
        }
        var json = EventJson.mapper().createObjectNode();
        var unpublished = json.putObject("unpublished");
        unpublished.put("name", pkg.text()).put("time", Moments.text(updatedAt));
        var gone = unpublished.putArray("versions");
        releases.forEach(release -> gone.add(release.version().text()));
        return "," + inner(json) + "}";
    }
}
