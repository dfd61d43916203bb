package varve.command.uplink;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that many want at once and one does: the others wait for its result.
final class Coalesced<K, V> {
    private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    /// @param atMost how long somebody else's work is waited for
    /// @return nothing when that was not long enough
    @Nullable V get(K key, Duration atMost, Supplier<V> work) {
        var mine = new CompletableFuture<V>();
        var other = underWay.putIfAbsent(key, mine);
        return other == null ? perform(key, mine, work) : await(other, atMost);
    }

    boolean isUnderWay(K key) {
        return underWay.containsKey(key);
    }

    private V perform(K key, CompletableFuture<V> mine, Supplier<V> work) {
        try {
            var result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private static <V> @Nullable V await(CompletableFuture<V> other, Duration atMost) {
        try {
            return other.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
