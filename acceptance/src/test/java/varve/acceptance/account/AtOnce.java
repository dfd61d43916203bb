package varve.acceptance.account;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import varve.acceptance.kit.Answer;

/// Many requests that do not wait for one another.
final class AtOnce {
    private AtOnce() {}

    static List<Answer> answers(Stream<Callable<Answer>> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests.toList()).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (ExecutionException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
