package varve.query.pages.source;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.query.pages.Press;
import varve.query.pages.pkg.PackageHead;
import varve.query.pages.pkg.PackageHeads;

/// What was published, file by file. Tools that ask at these addresses get the files themselves.
@RestController
class SourcePage {
    private static final String VERSION = "/@{scope}/{name}/{version:\\d[^_]*}";

    private final PackageHeads heads;
    private final Sources sources;
    private final Blobs blobs;
    private final JsonMapper json;
    private final Press press;

    SourcePage(PackageHeads heads, Sources sources, Blobs blobs, JsonMapper json, Press press) {
        this.heads = heads;
        this.sources = sources;
        this.blobs = blobs;
        this.json = json;
        this.press = press;
    }

    @GetMapping({VERSION, VERSION + "/{*path}"})
    ResponseEntity<byte[]> browse(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @PathVariable Optional<String> path) {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        var wanted = path.filter(text -> !text.isEmpty()).orElse("/");
        var head = heads.one(ref.pkg(), ref.version().text());
        var found = sources.at(head, ref, wanted).orElseThrow(() -> nothingAt(ref, wanted));
        var view = new SourceView(head, head.filesAddress(), wanted.replaceFirst("/+$", ""));
        return switch (found) {
            case Sources.Found.AFile(var text, var size) ->
                    press.page((pages, site) -> pages.file(site, view, text, size));
            case Sources.Found.AFolder(var folder) ->
                    press.page((pages, site) -> pages.folder(site, view, folder));
        };
    }

    @GetMapping("/@{scope}/{name}/meta.json")
    ResponseEntity<byte[]> packageMeta(@PathVariable String scope, @PathVariable String name) {
        var ref = PackageRef.of(scope, name);
        return list(heads.one(ref), Paths.packageMeta(ref), "meta.json");
    }

    @GetMapping("/@{scope}/{name}/{version:\\d[^_]*}_meta.json")
    ResponseEntity<byte[]> versionMeta(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        var head = heads.one(ref.pkg(), ref.version().text());
        return list(head, Paths.versionMeta(ref), ref.version().text() + "_meta.json");
    }

    private ResponseEntity<byte[]> list(PackageHead head, Place place, String file) {
        var content = json.readTree(required(place, head.ref().text()));
        var pretty = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        var view = new SourceView(head, head.address(), "/" + file);
        var text = FileText.of(pretty);
        return press.page((pages, site) -> pages.file(site, view, text, pretty.length));
    }

    private byte[] required(Place place, String version) {
        return blobs.bytes(place)
                .orElseThrow(() -> new Refused(new Refusal.VersionNotFound(version)));
    }

    private static Refused nothingAt(VersionRef ref, String path) {
        return new Refused(
                new Refusal.NoSuchRoute(
                        "/" + ref.pkg().text() + "/" + ref.version().text() + path));
    }
}
