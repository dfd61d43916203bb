package varve.query.pages.modules;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.query.Round;
import varve.query.modules.Dependents;
import varve.query.modules.LandShelf;
import varve.query.modules.Modules;
import varve.query.pages.Press;

/// What there is of a module: its versions, the files of one of them, and what is in a file.
@RestController
class ModulePage {
    private static final int MOST_DEPENDENTS = 100;

    /// A file, a line, and perhaps a column.
    private static final Pattern PLACE = Pattern.compile("(.+?):(\\d+)(?::\\d+)?");

    private final Modules modules;
    private final LandShelf shelf;
    private final Dependents dependents;
    private final ModuleTexts files;
    private final Press press;

    ModulePage(
            Modules modules,
            LandShelf shelf,
            Dependents dependents,
            ModuleTexts files,
            Press press) {
        this.files = files;
        this.dependents = dependents;
        this.modules = modules;
        this.shelf = shelf;
        this.press = press;
    }

    @GetMapping({"/x/{name:[^@]+}", "/x/{name:[^@]+}/"})
    ResponseEntity<byte[]> latest(@PathVariable String name) {
        var versions = shelf.versions(name);
        return page(name, versions, versions.latest());
    }

    @GetMapping({"/x/{name:[^@]+}@{version}", "/x/{name:[^@]+}@{version}/"})
    ResponseEntity<byte[]> one(@PathVariable String name, @PathVariable String version) {
        var versions = shelf.versions(name);
        if (!versions.versions().contains(version)) {
            throw new ModuleRefusal.ModuleNotFound(name + "@" + version).refused();
        }
        return page(name, versions, version);
    }

    /// A file of a version; a version may contain slashes.
    @GetMapping("/x/{name:[^@]+}@{begin}/{*rest}")
    ResponseEntity<byte[]> file(
            @PathVariable String name, @PathVariable String begin, @PathVariable String rest) {
        var whole = begin + rest;
        var versions = shelf.versions(name);
        if (versions.versions().contains(whole)) {
            return page(name, versions, whole);
        }
        return versions.versions().stream()
                .filter(version -> whole.startsWith(version + "/"))
                .findFirst()
                .flatMap(version -> shown(name, version, whole.substring(version.length())))
                .orElseThrow(
                        () -> new Refused(new Refusal.NoSuchRoute("/x/" + name + "@" + whole)));
    }

    /// An address out of a stack trace leads to its line.
    private Optional<ResponseEntity<byte[]>> shown(String name, String version, String path) {
        var file = files.at(name, version, path);
        if (file.isPresent()) {
            return Optional.of(press.page((pages, site) -> pages.modulefile(site, file.get())));
        }
        var place = PLACE.matcher(path);
        return place.matches()
                ? files.at(name, version, place.group(1))
                        .map(view -> redirect(view.address() + "#L" + place.group(2)))
                : Optional.empty();
    }

    private static ResponseEntity<byte[]> redirect(String address) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(address)).build();
    }

    private ResponseEntity<byte[]> page(
            String name, LandShelf.Versions versions, @Nullable String version) {
        var module = ModuleName.of(name);
        var shown = version == null ? "" : version;
        var view =
                Round.of(
                        () -> modules.one(module),
                        () -> dependents.on(name, MOST_DEPENDENTS),
                        () -> shelf.files(name, shown),
                        (about, importing, files) ->
                                new ModulePageView(
                                        about.orElseThrow(() ->
                                                new ModuleRefusal.ModuleNotFound(name).refused()),
                                        shown,
                                        versions.versions(),
                                        files,
                                        importing));
        return press.page((pages, site) -> pages.module(site, view));
    }
}
