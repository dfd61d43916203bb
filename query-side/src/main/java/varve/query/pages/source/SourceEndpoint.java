package varve.query.pages.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionRef;
import varve.query.pages.code.Coloured;
import varve.query.version.ExactVersions;
import varve.query.version.VersionView;

/// What was published, file by file, for programs under JSR's address. The lists that clients read
/// can be looked at like files.
@RestController
class SourceEndpoint {
    /// JSR's Source.
    ///
    /// @param comrakCss empty: the classes in a view are named after what they colour
    record SourceOfVersion(VersionView version, String comrakCss, String script, Content source) {}

    /// A folder with its entries, or a file with its size.
    ///
    /// @param kind `dir` or `file`
    /// @param view the file's text as HTML; absent when it is no text, or too long
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String kind,
            @Nullable List<EntryOfFolder> entries,
            @Nullable Long size,
            @Nullable String view) {}

    /// @param kind `dir` or `file`
    record EntryOfFolder(String name, long size, String kind) {}

    private final ExactVersions versions;
    private final Sources sources;
    private final Blobs blobs;

    SourceEndpoint(ExactVersions versions, Sources sources, Blobs blobs) {
        this.versions = versions;
        this.sources = sources;
        this.blobs = blobs;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/versions/{version}/source")
    SourceOfVersion source(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(defaultValue = "/") String path) {
        var found = versions.of(PackageRef.of(scope, name), version);
        return new SourceOfVersion(found, "", "", content(ExactVersions.ref(found), path));
    }

    private Content content(VersionRef ref, String path) {
        var wanted = path.startsWith("/") ? path : "/" + path;
        if (wanted.equals("/meta.json")) {
            return list(Paths.packageMeta(ref.pkg()), wanted);
        }
        if (wanted.equals("/" + ref.version().text() + "_meta.json")) {
            return list(Paths.versionMeta(ref), wanted);
        }
        return switch (sources.onShelf(ref, wanted).orElseThrow(() -> nothingAt(wanted))) {
            case Sources.Found.AFile(var text, var size) -> file(wanted, text, size);
            case Sources.Found.AFolder(var folder) ->
                    new Content("dir", entries(folder), null, null);
        };
    }

    private Content list(Place place, String name) {
        var content = blobs.bytes(place).orElseThrow(() -> nothingAt(name));
        return file(name, FileText.of(content), content.length);
    }

    private static Content file(String name, FileText text, long size) {
        var view = text instanceof FileText.Lines(var lines) ? Coloured.html(name, lines) : null;
        return new Content("file", null, size, view);
    }

    private static List<EntryOfFolder> entries(Folder folder) {
        return folder.items().stream()
                .map(item ->
                        new EntryOfFolder(
                                item.name(), item.size(), item.isFolder() ? "dir" : "file"))
                .toList();
    }

    private static Refused nothingAt(String path) {
        return new Refused(new Refusal.PathNotFound(path));
    }
}
