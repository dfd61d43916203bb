package varve.projections.pkg;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.SourceRepository;
import varve.eventlog.EventJson;
import varve.projections.Moments;
import varve.projections.version.Listed;

/// `meta.json`: the first thing Deno reads of a package (JSR's format). Versions stand in ascending
/// order, so the same rows always give the same bytes.
@Component
public class PackageMetaFile {
    private record Meta(
            String scope,
            String name,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String latest,
            @Nullable Repository githubRepository,
            Map<String, Entry> versions) {}

    private record Repository(String owner, String name) {
        static @Nullable Repository of(@Nullable SourceRepository linked) {
            return linked == null ? null : new Repository(linked.owner(), linked.name());
        }
    }

    /// @param yanked true or absent
    private record Entry(@Nullable Boolean yanked, String createdAt) {}

    private final Blobs blobs;

    PackageMetaFile(Blobs blobs) {
        this.blobs = blobs;
    }

    public void write(
            PackageRef pkg, @Nullable SourceRepository repository, List<Listed> versions) {
        blobs.put(Paths.packageMeta(pkg), bytes(pkg, repository, versions), "application/json");
    }

    static byte[] bytes(
            PackageRef pkg, @Nullable SourceRepository repository, List<Listed> versions) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var listed : versions) {
            entries.put(
                    listed.text(),
                    new Entry(listed.yanked() ? true : null, Moments.text(listed.createdAt())));
        }
        var meta =
                new Meta(
                        pkg.scope().text(),
                        pkg.name().text(),
                        Listed.latestStable(versions).map(Listed::text).orElse(null),
                        Repository.of(repository),
                        entries);
        return EventJson.mapper().writeValueAsBytes(meta);
    }
}
