package varve.query.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.pkg.PackageRef;
import varve.query.version.ExactVersions;
import varve.query.version.VersionView;

/// Documentation for programs, under JSR's addresses. The values are this registry's own: those of
/// JSR are the view models of its own pages.
@RestController
@RequestMapping("/api/scopes/{scope}/packages/{name}/versions/{version}/docs")
class DocsEndpoint {

    /// JSR's Docs.
    record Docs(
            String kind,
            VersionView version,
            String comrakCss,
            String script,
            @Nullable Object breadcrumbs,
            List<String> toc,
            Main main) {}

    /// @param kind `allSymbols`, `index`, `file` or `symbol`
    record Main(String kind, Object value) {}

    /// JSR's DocsSearch.
    record Found(String kind, List<Node> nodes) {}

    record Node(
            String id,
            List<KindView> kind,
            String name,
            String file,
            String doc,
            String url,
            boolean deprecated) {}

    @JsonPropertyOrder({"kind", "char", "title"})
    record KindView(String kind, @JsonProperty("char") String letter, String title) {}

    private final ExactVersions versions;
    private final Documents documents;

    DocsEndpoint(ExactVersions versions, Documents documents) {
        this.versions = versions;
        this.documents = documents;
    }

    @GetMapping
    Docs docs(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(name = "all_symbols", required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String entrypoint,
            @RequestParam(required = false) @Nullable String symbol) {
        var view = versions.orNewest(PackageRef.of(scope, name), version);
        var documentation = documentation(view);
        var toc = documentation.entries().stream().map(Entry::key).toList();
        var main =
                all != null
                        ? new Main("allSymbols", SymbolSearch.all(documentation))
                        : main(documentation, entrypoint, symbol);
        return new Docs("content", view, "", "", null, toc, main);
    }

    private Main main(
            Documentation documentation, @Nullable String entrypoint, @Nullable String symbol) {
        var key = entrypoint == null || entrypoint.equals(".") ? "" : entrypoint;
        var entry = Lookup.entry(documentation, key.replaceFirst("^\\./", ""));
        if (symbol != null) {
            var found = entry.flatMap(one -> Lookup.symbol(documentation, one, symbol));
            return new Main("symbol", found.orElseThrow(() -> noRoute(symbol)));
        }
        return new Main(key.isEmpty() ? "index" : "file", entry.orElseThrow(() -> noRoute(key)));
    }

    @GetMapping({"/search", "/search_structured"})
    Found search(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String query) {
        var view = versions.orNewest(PackageRef.of(scope, name), version);
        var base = "/@%s/%s@%s/doc/".formatted(view.scope(), view.pkg(), view.version());
        var nodes =
                SymbolSearch.find(documentation(view), query).stream()
                        .map(hit -> node(hit, base))
                        .toList();
        return new Found("search", nodes);
    }

    private static Node node(SymbolSearch.Hit hit, String base) {
        var kinds =
                hit.kinds().stream()
                        .map(kind ->
                                new KindView(
                                        kind,
                                        kind.substring(0, 1).toUpperCase(Locale.ROOT),
                                        Map.of("type_alias", "Type Alias")
                                                .getOrDefault(kind, kind)))
                        .toList();
        return new Node(
                hit.address(),
                kinds,
                hit.name(),
                hit.entry(),
                hit.summary(),
                base + hit.address(),
                hit.deprecated());
    }

    private Documentation documentation(VersionView view) {
        return documents.of(ExactVersions.ref(view)).orElseGet(Documentation::none);
    }

    private static Refused noRoute(String what) {
        return new Refused(new Refusal.NoSuchRoute(what));
    }
}
