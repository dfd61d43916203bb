package varve.query.pages.docs;

import java.util.List;

/// What the page of a symbol shows. All HTML in it is harmless.
///
/// @param entry specifier of the entry point
public record SymbolView(DocsPlace place, String entry, String name, List<Part> parts) {

    /// One declaration.
    ///
    /// @param kind `function`, `class` …
    /// @param source address of the line in the source
    /// @param file and line
    public record Part(
            String kind,
            String code,
            String source,
            String file,
            Remarks remarks,
            List<Parameter> parameters,
            String returns,
            List<MemberGroup> members,
            List<SymbolRow.Group> exports) {}

    /// What a comment says.
    ///
    /// @param deprecated HTML, empty when it is not
    public record Remarks(
            String text,
            boolean isDeprecated,
            String deprecated,
            List<Remark> more,
            List<Remark> examples) {}

    /// A tag.
    public record Remark(String title, String html) {}

    /// @param type HTML, empty when unknown
    public record Parameter(String name, String type, boolean optional, String html) {}

    public record MemberGroup(String title, List<MemberRow> rows) {}

    /// @param id fragment of its place on the page
    /// @param anchor its name as a fragment, empty where another has it
    /// @param source address of the line in the source
    /// @param file and line
    public record MemberRow(
            String id,
            String anchor,
            String name,
            String code,
            String source,
            String file,
            Remarks remarks,
            List<Parameter> parameters) {}
}
