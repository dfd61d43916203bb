package varve.acceptance.publishing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What became of real packages, one row each.
///
/// @param entries specifiers for Deno by the name for npm
/// @param nodenext what TypeScript complains about in a program for Node.js
/// @param bundler what it complains about in one for a bundler
record RealTable(
        List<RealPackage> packages,
        Map<String, String> entries,
        ExportedNames inDeno,
        ExportedNames inNode,
        Declarations declarations,
        List<String> nodenext,
        List<String> bundler) {

    /// Entry points that export something else in Node.js than in Deno.
    List<String> otherNames() {
        return entries.keySet().stream()
                .filter(entry -> !isSame(entry) && !inNode.lacksGlobals(entry))
                .map(entry ->
                        "%s: %s%n  in Deno %s".formatted(entry, inNode.of(entry), inDeno.of(entry)))
                .toList();
    }

    List<String> complaints() {
        return Stream.concat(nodenext.stream(), bundler.stream()).toList();
    }

    String text() {
        var text =
                new StringBuilder(
                        """
                        | package | entry points | same names in Node.js | need a runtime's globals | declarations equal | nodenext | bundler |
                        |---|---|---|---|---|---|---|
                        """);
        packages.forEach(each -> text.append(row(each)));
        text.append("%n%d packages, %d entry points%n".formatted(packages.size(), entries.size()));
        text.append("%nTypes of other packages, `any` in ours (-):%n%n".formatted());
        declarations.foreign().forEach(one -> text.append(one).append('\n'));
        text.append("%nDeclarations that TypeScript does not make:%n%n".formatted());
        declarations.refused().forEach(one -> text.append(one).append('\n'));
        text.append("%nOther declarations that differ (- ours):%n%n".formatted());
        declarations.unexplained().forEach(one -> text.append(one).append('\n'));
        return text.toString();
    }

    private String row(RealPackage each) {
        var own = entries.keySet().stream().filter(entry -> isOf(each, entry)).toList();
        return "| %s@%s | %d | %d | %d | %d of %d | %s | %s |%n"
                .formatted(
                        each.name(),
                        each.version(),
                        own.size(),
                        own.stream().filter(this::isSame).count(),
                        own.stream().filter(inNode::lacksGlobals).count(),
                        declarations.equal(each),
                        declarations.modules(each),
                        verdict(each, nodenext),
                        verdict(each, bundler));
    }

    private boolean isSame(String entry) {
        return inNode.of(entry).equals(inDeno.of(entry));
    }

    private static boolean isOf(RealPackage each, String entry) {
        return entry.equals(each.name()) || entry.startsWith(each.name() + "/");
    }

    private static String verdict(RealPackage each, List<String> complaints) {
        long own =
                complaints.stream()
                        .filter(line ->
                                line.contains("node_modules/" + each.name() + "/")
                                        || line.contains("node_modules/" + each.npmName() + "/"))
                        .count();
        return own == 0 ? "accepted" : own + " errors";
    }
}
