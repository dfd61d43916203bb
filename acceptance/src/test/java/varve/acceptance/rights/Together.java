package varve.acceptance.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Many who wish for something in the same moment.
final class Together {
    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /// Lets all begin at once and returns what became of each, in their order.
    static <T> List<T> all(List<Callable<T>> wishes) {
        var begin = new CyclicBarrier(wishes.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new ArrayList<Future<T>>();
            for (var wish : wishes) {
                begun.add(
                        threads.submit(() -> {
                            begin.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                            return wish.call();
                        }));
            }
            var ended = new ArrayList<T>();
            for (var one : begun) {
                ended.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return ended;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
