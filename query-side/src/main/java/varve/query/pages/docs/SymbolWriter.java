package varve.query.pages.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration;
import varve.contract.docs.Doc;
import varve.contract.docs.Member;
import varve.contract.docs.Spot;
import varve.contract.docs.Symbol;
import varve.contract.publishing.FilePath;
import varve.query.pages.Words;
import varve.query.pages.code.Coloured;
import varve.query.pages.docs.SymbolView.MemberGroup;
import varve.query.pages.docs.SymbolView.MemberRow;
import varve.query.pages.docs.SymbolView.Parameter;
import varve.query.pages.docs.SymbolView.Part;
import varve.query.pages.docs.SymbolView.Remark;
import varve.query.pages.docs.SymbolView.Remarks;
import varve.query.pages.readme.Prose.Pen;

/// Writes the page of a symbol.
final class SymbolWriter {
    private static final Remarks NOTHING = new Remarks("", false, "", List.of(), List.of());
    private static final FilePath ROOT = FilePath.of("/mod.ts");

    /// Fragments that every page has.
    private static final Set<String> TAKEN = Set.of("main", "search", "suggestions");

    private final DocsPlace place;
    private final Words words;
    private final Pen pen;
    private final Set<String> anchors = new HashSet<>(TAKEN);

    SymbolWriter(DocsPlace place, Words words, Pen pen) {
        this.place = place;
        this.words = words;
        this.pen = pen;
    }

    /// @param address of the symbol from the documentation, as it was asked for
    List<Part> parts(Symbol symbol, String address) {
        return symbol.declarations().stream().map(each -> part(each, address)).toList();
    }

    private Part part(Declaration each, String address) {
        var doc = each.doc();
        return new Part(
                Kinds.one(each.kind()),
                code(each.code()),
                each.at().file().isEmpty() ? "" : place.source(each.at()),
                file(each.at()),
                remarks(doc, each.at()),
                parameters(each.parameters(), doc, each.at()),
                returns(each),
                members(each),
                SymbolRow.groups(place, each.exports(), address + ".", words));
    }

    private static String file(Spot at) {
        return at.file().replaceFirst("^/", "") + ":" + at.line();
    }

    private String code(Code code) {
        return Coloured.html(code, place::href);
    }

    private String returns(Declaration each) {
        var said = each.doc() == null ? null : each.doc().first("returns").orElse(null);
        var type = each.returns() == null ? "" : "<code>" + code(each.returns()) + "</code>";
        if (said == null) {
            return "";
        }
        return type + html(said.text(), each.doc(), each.at());
    }

    private List<Parameter> parameters(
            List<Declaration.Parameter> parameters, @Nullable Doc doc, Spot at) {
        if (parameters.stream().allMatch(each -> each.text().isBlank())) {
            return List.of();
        }
        return parameters.stream()
                .map(each ->
                        new Parameter(
                                each.name(),
                                each.type() == null ? "" : code(each.type()),
                                each.optional(),
                                html(each.text(), doc, at)))
                .toList();
    }

    private List<MemberGroup> members(Declaration each) {
        Map<String, List<MemberRow>> groups = new LinkedHashMap<>();
        for (var member : each.members()) {
            var anchor = anchors.add(member.name()) ? member.name() : "";
            groups.computeIfAbsent(Kinds.plural(member.kind(), words), _ -> new ArrayList<>())
                    .add(member(member, anchor));
        }
        return groups.entrySet().stream()
                .map(group -> new MemberGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private MemberRow member(Member member, String anchor) {
        var at = member.at();
        return new MemberRow(
                "member-" + member.name() + "-" + at.line() + "-" + at.column(),
                anchor,
                member.name(),
                code(member.code()),
                place.source(at),
                file(at),
                remarks(member.doc(), at),
                parameters(member.parameters(), member.doc(), at));
    }

    private Remarks remarks(@Nullable Doc doc, Spot at) {
        if (doc == null) {
            return NOTHING;
        }
        var more = new ArrayList<Remark>();
        for (var tag : doc.tags()) {
            var title = title(tag.name());
            if (title != null) {
                var what = tag.about() == null ? "" : tag.about();
                var type = tag.type() == null ? "" : tag.type();
                more.add(new Remark(title + space(what) + space(type), html(tag.text(), doc, at)));
            }
        }
        var deprecated = doc.first("deprecated").map(tag -> html(tag.text(), doc, at));
        return new Remarks(
                html(doc.text(), doc, at),
                deprecated.isPresent(),
                deprecated.orElse(""),
                more,
                doc.all("example").map(tag -> example(tag, doc, at)).toList());
    }

    private static String space(String text) {
        return text.isBlank() ? "" : " " + text;
    }

    private @Nullable String title(String tag) {
        return switch (tag) {
            case "throws" -> words.docThrows();
            case "see" -> words.docSee();
            case "since" -> words.docSince();
            case "default" -> words.docDefault();
            case "template" -> words.docTemplate();
            case "experimental" -> words.docExperimental();
            default -> null;
        };
    }

    /// The first line of an example is its title, unless the code begins there.
    private Remark example(Doc.Tag tag, Doc doc, Spot at) {
        int end = tag.text().indexOf('\n');
        var first = end < 0 ? "" : tag.text().substring(0, end).strip();
        if (first.isEmpty() || first.startsWith("`") || first.startsWith("~")) {
            return new Remark(words.example(), html(code(tag.text(), end), doc, at));
        }
        return new Remark(first, html(tag.text().substring(end + 1), doc, at));
    }

    /// Without a fence all of it is code.
    private static String code(String text, int end) {
        var isCode = !text.contains("```") && !text.contains("~~~");
        return isCode ? "```ts\n" + text + "\n```" : text;
    }

    private String html(String markdown, @Nullable Doc doc, Spot at) {
        var file = FilePath.flaw(at.file()).isEmpty() ? FilePath.of(at.file()) : ROOT;
        return pen.html(markdown, file, doc == null ? Map.of() : doc.links());
    }
}
