package varve.command.account;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import varve.contract.Refusal;
import varve.contract.Refused;

/// One after another where it is about the same: of many tries at once no more are looked at than
/// may be wrong. Each node has turns of its own.
final class Turns {
    private static final int PLACES = 256;
    private static final int SECONDS_TO_WAIT = 5;

    private final List<ReentrantLock> places =
            Stream.generate(ReentrantLock::new).limit(PLACES).toList();

    /// @param about from where, or whose
    /// @throws Refused when too many are waiting
    <T> T take(String about, Supplier<T> looking) {
        var place = places.get(Math.floorMod(about.hashCode(), PLACES));
        try {
            if (place.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                try {
                    return looking.get();
                } finally {
                    place.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(new Refusal.Unavailable("sign-in"));
    }
}
