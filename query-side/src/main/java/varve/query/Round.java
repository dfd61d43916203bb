package varve.query;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Questions that are asked at once, none of which waits for the answer to another, so that a page
/// waits for the tables once.
public final class Round {
    private static final Executor AT_ONCE = Thread.ofVirtual().name("question")::start;

    private Round() {}

    /// What three answers make.
    @FunctionalInterface
    public interface Three<A, B, C, R> {
        R of(A a, B b, C c);
    }

    public static <A, B, R> R of(Supplier<A> first, Supplier<B> second, BiFunction<A, B, R> made) {
        return of(first, second, () -> true, (a, b, _) -> made.apply(a, b));
    }

    public static <A, B, C, R> R of(
            Supplier<A> first, Supplier<B> second, Supplier<C> third, Three<A, B, C, R> made) {
        var counts = List.of(new Questions(), new Questions(), new Questions());
        var a = CompletableFuture.supplyAsync(counts.get(0).counting(first), AT_ONCE);
        var b = CompletableFuture.supplyAsync(counts.get(1).counting(second), AT_ONCE);
        var c = CompletableFuture.supplyAsync(counts.get(2).counting(third), AT_ONCE);
        CompletableFuture.allOf(a, b, c).exceptionally(_ -> null).join();
        Questions.answered(counts);
        return made.of(answer(a), answer(b), answer(c));
    }

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : e;
        }
    }
}
