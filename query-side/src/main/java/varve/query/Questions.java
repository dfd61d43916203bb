package varve.query;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How many rounds of questions the answer to a request has taken from each store, one after the
/// other. Questions that are asked at once count as the longest of them.
public final class Questions {
    private static final ScopedValue<Questions> ASKED = ScopedValue.newInstance();

    private final AtomicInteger database = new AtomicInteger();
    private final AtomicInteger search = new AtomicInteger();

    /// Something that answers a request.
    @FunctionalInterface
    public interface Answering<E extends Exception> {
        @Nullable Void answer() throws E;
    }

    /// Counts what is asked while a request is answered.
    public static <E extends Exception> void counted(Answering<E> work) throws E {
        ScopedValue.where(ASKED, new Questions()).call(work::answer);
    }

    /// The same question as one of several that are asked at once, which counts for itself.
    <T> Supplier<T> counting(Supplier<T> question) {
        return () -> ScopedValue.where(ASKED, this).call(question::get);
    }

    /// Several questions that were asked at once have been answered.
    static void answered(List<Questions> atOnce) {
        if (ASKED.isBound()) {
            var all = ASKED.get();
            all.database.addAndGet(
                    atOnce.stream().mapToInt(each -> each.database.get()).max().orElse(0));
            all.search.addAndGet(
                    atOnce.stream().mapToInt(each -> each.search.get()).max().orElse(0));
        }
    }

    /// A statement is sent to the database.
    static void database() {
        if (ASKED.isBound()) {
            ASKED.get().database.incrementAndGet();
        }
    }

    /// The search server is asked.
    public static void search() {
        if (ASKED.isBound()) {
            ASKED.get().search.incrementAndGet();
        }
    }

    /// As the header `Server-Timing` tells it; empty where nobody counts.
    public static String told() {
        return ASKED.isBound()
                ? "database;desc=\"%d\", search;desc=\"%d\""
                        .formatted(ASKED.get().database.get(), ASKED.get().search.get())
                : "";
    }
}
