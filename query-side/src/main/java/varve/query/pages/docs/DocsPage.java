package varve.query.pages.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.docs.Doc;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionNumber;
import varve.query.docs.Documents;
import varve.query.docs.Lookup;
import varve.query.docs.SymbolSearch;
import varve.query.pages.Press;
import varve.query.pages.Words;
import varve.query.pages.pkg.PackageHead;
import varve.query.pages.pkg.PackageHeads;
import varve.query.pages.readme.Prose;

/// The documentation of every version: its entry points, its symbols, and all symbols on one page.
@RestController
class DocsPage {
    private static final String LATEST = "/@{scope}/{name:[a-z0-9-]+}/doc";
    private static final String VERSION = "/@{scope}/{name:[a-z0-9-]+}@{version}/doc";
    private static final String MARK = "~/";

    private final PackageHeads heads;
    private final Documents documents;
    private final Prose prose;
    private final Press press;

    DocsPage(PackageHeads heads, Documents documents, Prose prose, Press press) {
        this.heads = heads;
        this.documents = documents;
        this.prose = prose;
        this.press = press;
    }

    @GetMapping({LATEST, LATEST + "/"})
    ResponseEntity<byte[]> latest(@PathVariable String scope, @PathVariable String name) {
        return entry(place(heads.one(PackageRef.of(scope, name)), ""));
    }

    @GetMapping({VERSION, VERSION + "/"})
    ResponseEntity<byte[]> version(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        return entry(place(head(scope, name, version), ""));
    }

    @GetMapping(LATEST + "/all_symbols")
    ResponseEntity<byte[]> allOfLatest(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String search) {
        return all(place(heads.one(PackageRef.of(scope, name)), ""), search);
    }

    @GetMapping(VERSION + "/all_symbols")
    ResponseEntity<byte[]> allOfVersion(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String search) {
        return all(place(head(scope, name, version), ""), search);
    }

    @GetMapping(LATEST + "/{*path}")
    ResponseEntity<byte[]> insideLatest(
            @PathVariable String scope, @PathVariable String name, @PathVariable String path) {
        return inside(heads.one(PackageRef.of(scope, name)), path);
    }

    @GetMapping(VERSION + "/{*path}")
    ResponseEntity<byte[]> insideVersion(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @PathVariable String path) {
        return inside(head(scope, name, version), path);
    }

    private PackageHead head(String scope, String name, String version) {
        return heads.one(PackageRef.of(scope, name), VersionNumber.of(version).text());
    }

    private DocsPlace place(PackageHead head, String entry) {
        var release = head.release();
        if (release == null) {
            throw new Refused(new Refusal.VersionNotFound(head.ref().text() + "@latest"));
        }
        var found = documents.of(head.versionRef(release)).orElseGet(Documentation::none);
        return new DocsPlace(head, release, found, entry);
    }

    /// `/sub/~/Name`, `/~/Name` or `/sub`.
    private ResponseEntity<byte[]> inside(PackageHead head, String path) {
        var rest = path.replaceFirst("^/+", "");
        int mark = rest.startsWith(MARK) ? 0 : rest.indexOf("/" + MARK);
        if (mark < 0) {
            return entry(place(head, rest.replaceFirst("/+$", "")));
        }
        var name = rest.substring(rest.indexOf(MARK, mark) + MARK.length());
        return symbol(place(head, rest.substring(0, mark)), name);
    }

    private ResponseEntity<byte[]> entry(DocsPlace place) {
        var found = Lookup.entry(place.documentation(), place.entry());
        if (found.isEmpty() && !place.entry().isEmpty()) {
            throw nothing(place.entry());
        }
        if (found.isEmpty()) {
            var view = new EntryView(place, null, "", List.of(), List.of());
            return press.page((pages, site) -> pages.docs(site, view));
        }
        var entry = found.get();
        var shown =
                new DocsPlace(
                        place.head(), place.release(), place.documentation(), entry.address());
        return press.page((pages, site) ->
                pages.docs(
                        site,
                        prose.page(
                                place.head().versionRef(place.release()),
                                place.base(),
                                pen -> view(shown, entry, pen, site.words()))));
    }

    private static EntryView view(DocsPlace place, Entry entry, Prose.Pen pen, Words words) {
        var doc = entry.doc();
        var file = FilePath.of(entry.file());
        var text = doc == null ? "" : pen.html(doc.text(), file, doc.links());
        var examples = doc == null ? List.<String>of() : examples(doc, file, pen);
        var prefix = entry.address().isEmpty() ? MARK : entry.address() + "/" + MARK;
        var groups = SymbolRow.groups(place, entry.exports(), prefix, words);
        return new EntryView(place, entry, text, examples, groups);
    }

    private static List<String> examples(Doc doc, FilePath file, Prose.Pen pen) {
        return doc.all("example").map(tag -> pen.html(tag.text(), file, doc.links())).toList();
    }

    private ResponseEntity<byte[]> symbol(DocsPlace place, String name) {
        var entry = Lookup.entry(place.documentation(), place.entry());
        var symbol = entry.flatMap(one -> Lookup.symbol(place.documentation(), one, name));
        if (symbol.isEmpty()) {
            throw nothing(name);
        }
        var address = (place.entry().isEmpty() ? "" : place.entry() + "/") + MARK + name;
        var specifier = place.specifier(entry.get());
        return press.page((pages, site) -> {
            var parts =
                    prose.page(
                            place.head().versionRef(place.release()),
                            place.base(),
                            pen ->
                                    new SymbolWriter(place, site.words(), pen)
                                            .parts(symbol.get(), address));
            return pages.symbol(site, new SymbolView(place, specifier, name, parts));
        });
    }

    private ResponseEntity<byte[]> all(DocsPlace place, @Nullable String search) {
        var hits = SymbolSearch.find(place.documentation(), search);
        var term = search == null ? "" : search;
        return press.page((pages, site) -> pages.symbols(site, place, hits, term));
    }

    private static Refused nothing(String what) {
        return new Refused(new Refusal.NoSuchRoute(what));
    }
}
