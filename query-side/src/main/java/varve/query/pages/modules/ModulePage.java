package varve.query.pages.modules;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.query.modules.Dependents;
import varve.query.modules.LandShelf;
import varve.query.modules.Modules;
import varve.query.pages.Press;

/// What there is of a module: its versions, and the files of one of them.
@RestController
class ModulePage {
    private static final int MOST_DEPENDENTS = 100;

    private final Modules modules;
    private final LandShelf shelf;
    private final Dependents dependents;
    private final Press press;

    ModulePage(Modules modules, LandShelf shelf, Dependents dependents, Press press) {
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
            throw new Refused(new Refusal.OfModules.ModuleNotFound(name + "@" + version));
        }
        return page(name, versions, version);
    }

    private ResponseEntity<byte[]> page(
            String name, LandShelf.Versions versions, @Nullable String version) {
        var about =
                modules.one(ModuleName.of(name))
                        .orElseThrow(() -> new Refused(new Refusal.OfModules.ModuleNotFound(name)));
        var shown = version == null ? "" : version;
        var view =
                new ModulePageView(
                        about,
                        shown,
                        versions.versions(),
                        shelf.files(name, shown),
                        dependents.on(name, MOST_DEPENDENTS));
        return press.page((pages, site) -> pages.module(site, view));
    }
}
