package varve.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What one contestant did in the time it had.
///
/// @param nanos each write took, sorted
@SuppressWarnings("ArrayRecordComponent") // never compared
record Turn(double rowsPerSecond, long[] nanos) {

    private record Share(long rows, List<Long> nanos) {}

    static Turn of(Contestant contestant, int writers, Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shares = new ArrayList<Future<Share>>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                Callable<Share> act = () -> share(contestant.writer(number), end);
                shares.add(threads.submit(act));
            }
            long rows = 0;
            var nanos = new ArrayList<Long>();
            for (var share : shares) {
                rows += share.get().rows();
                nanos.addAll(share.get().nanos());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Turn(rows / seconds, sorted);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(contestant.name() + " gave up", e);
        }
    }

    private static Share share(Contestant.Writer writer, long end) {
        try (writer) {
            long rows = 0;
            var nanos = new ArrayList<Long>();
            for (long now = System.nanoTime(); now < end; ) {
                rows += writer.write();
                long after = System.nanoTime();
                nanos.add(after - now);
                now = after;
            }
            return new Share(rows, nanos);
        }
    }

    double millis(int percentile) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percentile / 100)] / 1e6;
    }
}
