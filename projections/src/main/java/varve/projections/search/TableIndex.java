package varve.projections.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import varve.contract.ReadBack;

/// An index that is written from the tables, which it therefore lets go first. What changed is
/// gathered and sent when a batch of facts ends.
///
/// @param <K> what an entry is about
final class TableIndex<K> {
    private static final Duration TABLES_FIRST = Duration.ofSeconds(5);

    /// How many entries are sent at once.
    private static final int HANDFUL = 500;

    /// What the tables say.
    interface Source<K> {
        /// Under which the entry lies in the index.
        String id(K key);

        /// @return empty for what is not to be found
        Optional<?> entry(K key);

        /// @param last the one before; absent at the beginning
        List<K> after(@Nullable K last, int most);
    }

    private final SearchIndex index;
    private final Source<K> source;
    private final ReadBack tables;
    private final Set<K> outdated = new LinkedHashSet<>();

    TableIndex(SearchIndex index, Source<K> source, ReadBack tables) {
        this.index = index;
        this.source = source;
        this.tables = tables;
    }

    void changed(K key) {
        outdated.add(key);
    }

    /// Sends what changed, if anything has.
    ///
    /// @param position that the tables must have reached
    /// @param more asked for what has changed too, once they have
    void write(long position, boolean anyMore, Supplier<Collection<K>> more) {
        try {
            if (!outdated.isEmpty() || anyMore) {
                bring(position, more);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index.name(), e);
        } finally {
            forget();
        }
    }

    void forget() {
        outdated.clear();
    }

    void remove() {
        index.remove();
    }

    private void bring(long position, Supplier<Collection<K>> more) throws IOException {
        if (!tables.await(position, TABLES_FIRST)) {
            throw new IOException("the tables are not at " + position + " yet");
        }
        index.prepare(this::fill);
        outdated.addAll(more.get());
        send(List.copyOf(outdated));
    }

    /// An index that is new gets what there is already.
    private void fill() throws IOException {
        var some = source.after(null, HANDFUL);
        while (!some.isEmpty()) {
            send(some);
            some = source.after(some.getLast(), HANDFUL);
        }
    }

    private void send(Collection<K> keys) throws IOException {
        index.send(
                keys.stream()
                        .map(key -> index.brought(source.id(key), source.entry(key).orElse(null)))
                        .toList());
    }
}
