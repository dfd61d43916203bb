package varve.query.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import varve.contract.docs.Declaration;
import varve.contract.docs.Documentation;
import varve.contract.docs.Member;

/// What changed between two versions: files, exports, and the documented interface.
public record Differences(
        String oldVersion,
        String newVersion,
        Names files,
        Names exports,
        Names symbols,
        List<Changed> signatures) {

    /// What is there only now, only then, and differently.
    public record Names(List<String> added, List<String> removed, List<String> changed) {
        static Names between(Map<String, String> before, Map<String, String> after) {
            var added = new TreeSet<>(after.keySet());
            added.removeAll(before.keySet());
            var removed = new TreeSet<>(before.keySet());
            removed.removeAll(after.keySet());
            var changed = new TreeSet<>(before.keySet());
            changed.removeIf(name -> !after.containsKey(name));
            changed.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
            return new Names(
                    new ArrayList<>(added), new ArrayList<>(removed), new ArrayList<>(changed));
        }

        public int size() {
            return added.size() + removed.size() + changed.size();
        }
    }

    /// A symbol whose signature changed.
    ///
    /// @param before signatures that are no more
    /// @param after signatures that were not there
    public record Changed(String name, List<String> before, List<String> after) {}

    /// One version, as far as it is compared.
    ///
    /// @param files checksums by path
    /// @param exports files by key
    record Side(
            String version,
            Map<String, String> files,
            Map<String, String> exports,
            Documentation documentation) {}

    static Differences between(Side before, Side after) {
        var then = signatures(before.documentation());
        var now = signatures(after.documentation());
        var symbols = Names.between(joined(then), joined(now));
        var changed =
                symbols.changed().stream()
                        .map(name ->
                                new Changed(
                                        name, without(then, now, name), without(now, then, name)))
                        .toList();
        return new Differences(
                before.version(),
                after.version(),
                Names.between(before.files(), after.files()),
                Names.between(before.exports(), after.exports()),
                symbols,
                changed);
    }

    private static List<String> without(
            Map<String, List<String>> all, Map<String, List<String>> others, String name) {
        var gone = others.getOrDefault(name, List.of());
        return all.getOrDefault(name, List.of()).stream()
                .filter(each -> !gone.contains(each))
                .toList();
    }

    private static Map<String, String> joined(Map<String, List<String>> signatures) {
        var joined = new LinkedHashMap<String, String>();
        signatures.forEach((name, lines) -> joined.put(name, String.join("\n", lines)));
        return joined;
    }

    /// By address without the mark in it: `sub/Name`.
    private static Map<String, List<String>> signatures(Documentation documentation) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var symbol : documentation.symbols()) {
            if (!symbol.address().isEmpty()) {
                var lines = new ArrayList<String>();
                symbol.declarations().forEach(each -> add(each, lines));
                all.put(symbol.address().replace("~/", ""), lines);
            }
        }
        return all;
    }

    private static void add(Declaration declaration, List<String> lines) {
        lines.add(declaration.code().text());
        declaration.members().stream().map(Member::code).forEach(code -> lines.add(code.text()));
    }
}
