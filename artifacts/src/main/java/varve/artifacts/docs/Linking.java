package varve.artifacts.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.artifacts.docs.Library.Volume;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Parameter;
import varve.contract.docs.Doc;
import varve.contract.docs.Entry;
import varve.contract.docs.Member;
import varve.contract.publishing.FilePath;

/// Replaces names in signatures and in `{@link …}` by the addresses of what they mean, and forgets
/// those that mean nothing here.
final class Linking {
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:code|plain)?\\s+([^\\s|}]+)[^}]*}");

    private final Addresses addresses;
    private final Exports exports;

    Linking(Exports exports, Library library, Map<Integer, String> addresses) {
        this.exports = exports;
        this.addresses = new Addresses(exports, library, addresses);
    }

    Entry inEntry(Entry entry) {
        var module = exports.speaker(FilePath.of(entry.file())).orElse(null);
        var doc = doc(entry.doc(), new Volume("", List.of(), module, List.of()));
        return new Entry(entry.key(), entry.file(), doc, entry.code(), entry.exports());
    }

    List<Declaration> in(Volume volume, List<Declaration> declarations) {
        return declarations.stream().map(each -> declaration(each, volume)).toList();
    }

    private Declaration declaration(Declaration each, Volume volume) {
        return new Declaration(
                each.kind(),
                each.at(),
                doc(each.doc(), volume),
                code(each.code(), volume),
                parameters(each.parameters(), volume),
                each.returns() == null ? null : code(each.returns(), volume),
                each.members().stream().map(member -> member(member, volume)).toList(),
                each.exports());
    }

    private Member member(Member each, Volume volume) {
        return new Member(
                each.kind(),
                each.name(),
                each.at(),
                doc(each.doc(), volume),
                code(each.code(), volume),
                parameters(each.parameters(), volume),
                each.modifiers());
    }

    private List<Parameter> parameters(List<Parameter> parameters, Volume volume) {
        return parameters.stream()
                .map(each ->
                        new Parameter(
                                each.name(),
                                each.type() == null ? null : code(each.type(), volume),
                                each.optional(),
                                each.text()))
                .toList();
    }

    private Code code(Code code, Volume volume) {
        return new Code(
                code.text(),
                code.links().stream()
                        .flatMap(link ->
                                addresses
                                        .of(link.to(), volume)
                                        .map(to -> new Code.Link(link.start(), link.end(), to))
                                        .stream())
                        .toList());
    }

    private @Nullable Doc doc(@Nullable Doc doc, Volume volume) {
        if (doc == null) {
            return null;
        }
        var links = new HashMap<String, String>();
        Stream.concat(Stream.of(doc.text()), doc.tags().stream().map(Doc.Tag::text))
                .flatMap(text -> LINK.matcher(text).results())
                .map(found -> found.group(1))
                .forEach(name ->
                        addresses
                                .of(name.replace('#', '.').replace('~', '.'), volume)
                                .ifPresent(to -> links.put(name, to)));
        return new Doc(doc.text(), doc.tags(), links);
    }
}
