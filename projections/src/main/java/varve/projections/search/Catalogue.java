package varve.projections.search;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.contract.Event;

/// What one index holds, told from the tables.
///
/// @param <S> what a fact can be about that changes entries; equal when the same entries change
interface Catalogue<S> {
    /// The name of the index, behind the operator's prefix.
    String index();

    Map<String, Property> properties();

    /// What a fact touches. Asked before the tables have the fact.
    Stream<S> touchedBy(Event event);

    /// How the entries that belong to a subject come to say what the tables say.
    Stream<BulkOperation> brought(S subject, SearchIndex index);

    /// The next subjects that together make all entries.
    ///
    /// @param last where to go on, or null to begin
    List<S> after(@Nullable S last, int most);
}
