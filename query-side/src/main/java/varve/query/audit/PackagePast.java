package varve.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A package as it was at a point of the log, folded from its facts.
final class PackagePast {
    private static final String LATEST = "latest";
    private static final String PUBLIC = "PUBLIC";

    private final Map<String, VersionThen> versions = new TreeMap<>();
    private final Map<String, TagThen> tags = new TreeMap<>();
    private final List<Long> because = new ArrayList<>();
    private String visibility = PUBLIC;

    /// @param state `published`, `yanked` or `tombstoned`
    /// @param since position of the fact that made it so
    record VersionThen(String version, String state, long since) {}

    /// @param since position
    record TagThen(String version, long since) {}

    /// @param because positions of the facts that this follows from
    record View(
            String name,
            String visibility,
            List<VersionThen> versions,
            Map<String, TagThen> tags,
            List<Long> because) {}

    private PackagePast() {}

    static View of(String name, List<Past.Step> steps) {
        var past = new PackagePast();
        steps.forEach(past::apply);
        return new View(
                name,
                past.visibility,
                List.copyOf(past.versions.values()),
                past.tags,
                past.because);
    }

    private void apply(Past.Step step) {
        boolean counts =
                switch (step.event()) {
                    case "version.published", "version.unyanked", "module.published" ->
                            become("published", step);
                    case "version.npm-published" -> become("published", step) && tagged(step);
                    case "version.yanked" -> become("yanked", step);
                    case "version.tombstoned" -> become("tombstoned", step) && untagged(step);
                    case "package.tag-set" -> tag(step.text("tag"), step.text("version"), step);
                    case "package.tag-removed" -> tags.remove(step.text("tag")) != null;
                    case "package.visibility-set" -> visible(step.text("visibility"));
                    case "package.deleted" -> gone();
                    case "package.created", "package.npm-created" -> true;
                    default -> false;
                };
        if (counts) {
            because.add(step.position());
        }
    }

    private static String version(Past.Step step) {
        var ref = step.text("ref").isEmpty() ? step.text("version") : step.text("ref");
        return ref.substring(ref.indexOf('@', 1) + 1);
    }

    private boolean become(String state, Past.Step step) {
        var version = version(step);
        versions.put(version, new VersionThen(version, state, step.position()));
        return true;
    }

    /// A package's first version is `latest` too, whatever it was tagged.
    private boolean tagged(Past.Step step) {
        tag(step.text("tag"), version(step), step);
        return tags.containsKey(LATEST) || tag(LATEST, version(step), step);
    }

    private boolean tag(String tag, String version, Past.Step step) {
        tags.put(tag, new TagThen(version, step.position()));
        return true;
    }

    private boolean untagged(Past.Step step) {
        tags.values().removeIf(tag -> tag.version().equals(version(step)));
        return true;
    }

    /// What comes under the same name has nothing of it but the versions that are used up.
    private boolean gone() {
        tags.clear();
        return visible(PUBLIC);
    }

    private boolean visible(String now) {
        visibility = now;
        return true;
    }
}
