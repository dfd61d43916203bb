package varve.query.pages.preview;

import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.contract.scope.ScopeName;
import varve.query.Discretion;
import varve.query.Page;
import varve.query.Round;
import varve.query.modules.LandShelf;
import varve.query.modules.Modules;
import varve.query.pages.Press;
import varve.query.pkg.Packages;
import varve.query.scope.Scopes;

/// The pictures of the registry itself, of scopes and of modules.
@RestController
class PreviewEndpoint {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Scopes scopes;
    private final Packages packages;
    private final Discretion discretion;
    private final Modules modules;
    private final LandShelf shelf;
    private final Press press;
    private final Gallery gallery;

    PreviewEndpoint(
            Scopes scopes,
            Packages packages,
            Discretion discretion,
            Modules modules,
            LandShelf shelf,
            Press press,
            Gallery gallery) {
        this.scopes = scopes;
        this.packages = packages;
        this.discretion = discretion;
        this.modules = modules;
        this.shelf = shelf;
        this.press = press;
        this.gallery = gallery;
    }

    @GetMapping("/og")
    ResponseEntity<byte[]> home(WebRequest request) {
        var site = press.site();
        var address = site.registry().replaceFirst("^https?://", "");
        var preview = new Preview(address, "", site.name(), "", site.words().sentence(), List.of());
        return gallery.show(preview, FRESH, request);
    }

    @GetMapping("/@{scope}/~/og")
    ResponseEntity<byte[]> scope(@PathVariable String scope, WebRequest request) {
        var name = ScopeName.of(scope);
        var preview =
                Round.of(
                        () ->
                                scopes.one(name)
                                        .orElseThrow(() ->
                                                new Refused(
                                                        new Refusal.ScopeNotFound(name.text()))),
                        () ->
                                packages.of(
                                                name,
                                                Packages.Shown.TO_ALL,
                                                discretion.everybody(),
                                                Page.of(1, 1))
                                        .total(),
                        (found, count) ->
                                new Preview(
                                        press.site().name(),
                                        "",
                                        name.toString(),
                                        "",
                                        found.description(),
                                        List.of(press.site().words().packagesFound(count))));
        return gallery.show(preview, FRESH, request);
    }

    /// Below `/x` there are only files of modules.
    @GetMapping("/og/x/{name}")
    ResponseEntity<byte[]> module(@PathVariable String name, WebRequest request) {
        var module =
                modules.one(ModuleName.of(name))
                        .orElseThrow(() -> new ModuleRefusal.ModuleNotFound(name).refused());
        var latest = shelf.versions(name).latest();
        var preview =
                new Preview(
                        press.site().name(),
                        "/x/",
                        module.name(),
                        latest == null ? "" : latest,
                        module.description(),
                        List.of());
        return gallery.show(preview, FRESH, request);
    }
}
