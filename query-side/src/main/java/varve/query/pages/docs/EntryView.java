package varve.query.pages.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.docs.Entry;

/// What the page of an entry point shows. All HTML in it is harmless.
///
/// @param entry absent when the version has no documentation at all
public record EntryView(
        DocsPlace place,
        @Nullable Entry entry,
        String text,
        List<String> examples,
        List<SymbolRow.Group> groups) {}
