package varve.query.pages.home;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refused;
import varve.contract.pkg.PackageName;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.pages.Press;
import varve.query.pkg.Packages;
import varve.query.scope.Scopes;

/// How to create a scope and a package. Command lines send people here when theirs does not exist
/// yet.
@RestController
class NewPage {
    private final Scopes scopes;
    private final Packages packages;
    private final Press press;

    NewPage(Scopes scopes, Packages packages, Press press) {
        this.scopes = scopes;
        this.packages = packages;
        this.press = press;
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> create(
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(name = "package", defaultValue = "") String pkg) {
        var wantedScope = unlessRefused(ScopeName::of, scope);
        var wantedName = unlessRefused(PackageName::of, pkg);
        boolean scopeExists = wantedScope.flatMap(scopes::one).isPresent();
        boolean packageExists =
                scopeExists
                        && wantedName
                                .flatMap(name ->
                                        packages.one(new PackageRef(wantedScope.get(), name)))
                                .isPresent();
        var view =
                new NewView(
                        wantedScope.map(ScopeName::text).orElse(NewView.SOME_SCOPE),
                        wantedName.map(PackageName::text).orElse(NewView.SOME_PACKAGE),
                        scopeExists,
                        packageExists);
        return press.page((pages, site) -> pages.create(site, view));
    }

    /// What stands in a link may be anything; only names make it into commands that people copy.
    private static <T> Optional<T> unlessRefused(Function<String, T> reader, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (Refused _) {
            return Optional.empty();
        }
    }
}
