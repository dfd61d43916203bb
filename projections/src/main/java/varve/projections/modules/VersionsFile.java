package varve.projections.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Event;
import varve.contract.Refused;
import varve.contract.modules.BuildEvent.BuildImported;
import varve.contract.modules.BuildEvent.ModulePublished;
import varve.contract.modules.ModuleEvent.ModuleImported;
import varve.contract.modules.ModuleEvent.ModuleRegistered;
import varve.contract.modules.ModuleEvent.ModuleRemoved;
import varve.contract.modules.ModuleName;
import varve.contract.version.VersionNumber;
import varve.eventlog.EventJson;

/// `versions.json`: all versions of a module, the one published last in front. Written once per
/// batch from the table, so that versions published at the same moment are all in it.
///
/// `latest` is the highest semantic version that is no prerelease, whatever was published last; a
/// `v` in front does not count. Where there is none, it is what was published last.
@Component
public class VersionsFile {
    private record Versions(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String latest,
            List<String> versions) {}

    private record Numbered(String text, VersionNumber number) {}

    private final ModuleTable modules;
    private final BuildTable builds;
    private final Blobs blobs;
    private final Set<ModuleName> outdated = new LinkedHashSet<>();

    VersionsFile(ModuleTable modules, BuildTable builds, Blobs blobs) {
        this.modules = modules;
        this.builds = builds;
        this.blobs = blobs;
    }

    public void on(Event event) {
        switch (event) {
            case ModuleRegistered registered -> outdated.add(registered.module());
            case ModuleImported adopted -> outdated.add(adopted.module());
            case ModuleRemoved removed -> outdated.add(removed.module());
            case BuildImported adopted -> outdated.add(adopted.version().module());
            case ModulePublished published -> outdated.add(published.version().module());
            default -> {}
        }
    }

    public void write() {
        for (var module : outdated) {
            var place = Paths.landVersions(module);
            var versions = builds.published(module);
            if (versions.isEmpty() && !modules.knows(module)) {
                blobs.remove(place);
            } else {
                blobs.put(place, bytes(versions), "application/json");
            }
        }
        outdated.clear();
    }

    public void forget() {
        outdated.clear();
    }

    static byte[] bytes(List<String> versions) {
        var latest = latest(versions).orElse(null);
        return EventJson.mapper()
                .writeValueAsString(new Versions(latest, versions))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> latest(List<String> versions) {
        return versions.stream()
                .flatMap(version -> numbered(version).stream())
                .filter(version -> !version.number().isPrerelease())
                .max(Comparator.comparing(Numbered::number))
                .map(Numbered::text)
                .or(() -> versions.stream().findFirst());
    }

    private static Optional<Numbered> numbered(String version) {
        try {
            var number = version.startsWith("v") ? version.substring(1) : version;
            return Optional.of(new Numbered(version, VersionNumber.of(number)));
        } catch (Refused _) {
            return Optional.empty();
        }
    }
}
