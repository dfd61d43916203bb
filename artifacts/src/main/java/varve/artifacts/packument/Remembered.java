package varve.artifacts.packument;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What is dear to make and small to keep, up to a weight; what was not wanted for longest goes
/// first. May be used by any number of threads, two of which may make the same thing at once.
public final class Remembered<K, V> {
    private final long most;
    private final ToIntFunction<V> weight;
    private final Map<K, V> known = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /// @param most that all of it weighs together
    public Remembered(long most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    public synchronized @Nullable V known(K key) {
        return known.get(key);
    }

    public V of(K key, Supplier<V> making) {
        var there = known(key);
        if (there != null) {
            return there;
        }
        var fresh = making.get();
        keep(key, fresh);
        return fresh;
    }

    public synchronized void keep(K key, V value) {
        var before = known.put(key, value);
        total += weight.applyAsInt(value) - (before == null ? 0 : weight.applyAsInt(before));
        for (Iterator<V> oldest = known.values().iterator(); total > most; ) {
            total -= weight.applyAsInt(oldest.next());
            oldest.remove();
        }
    }
}
