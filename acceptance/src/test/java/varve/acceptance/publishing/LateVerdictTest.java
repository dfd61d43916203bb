package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.blobs.ShelfTrouble;
import varve.command.version.Version;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionCommand.DeleteVersion;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionRef;

/// Whoever was held up and goes on when the world has changed spoils nothing of what others have
/// published since.
@TestInstance(Lifecycle.PER_CLASS)
class LateVerdictTest {
    private final Inspections inspections = new Inspections();

    @BeforeAll
    void nothing_lies_on_the_shelf() {
        assertThat(inspections.lying()).isEmpty();
    }

    @AfterAll
    void close() {
        inspections.close();
    }

    @Test
    void a_verdict_on_a_cancelled_attempt_leaves_the_bytes_of_the_next_one_alone() {
        var flag = VersionRef.of("@luca/flag@1.0.0");
        var first = inspections.request(flag, "export const stripes = 1;\n");
        var late = new Held(Paths.upload(first), flag, first);
        late.begin();
        inspections.send(cancel(flag, first));
        var second = inspections.request(flag, "export const stripes = 13;\n");
        inspections.inspect(flag, second, inspections.shelf);
        var published = inspections.lying();

        late.goOn();

        assertThat(inspections.state(flag)).isEqualTo(new Version.Published(second, false));
        assertThat(published).isNotEmpty();
        assertThat(inspections.lying()).isEqualTo(published);
    }

    @Test
    void a_verdict_on_a_cancelled_attempt_lays_nothing_down() {
        var kite = VersionRef.of("@luca/kite@1.0.0");
        var attempt = inspections.request(kite, "export const tails = 2;\n");
        var late = new Held(Paths.upload(attempt), kite, attempt);
        late.begin();
        inspections.send(cancel(kite, attempt));

        late.goOn();

        assertThat(inspections.state(kite)).isEqualTo(new Version.Failed(attempt));
        assertThat(lyingOf(kite)).isEmpty();
    }

    @Test
    void once_its_files_are_laid_down_an_attempt_is_neither_cancelled_nor_replaced() {
        var sail = VersionRef.of("@luca/sail@1.0.0");
        var attempt = inspections.request(sail, "export const cloth = 3;\n");
        var late = new Held(Paths.module(sail, FilePath.of("/mod.ts")), sail, attempt);
        late.begin();

        assertThat(refusal(() -> inspections.send(cancel(sail, attempt))))
                .isEqualTo(new Refusal.AttemptNotPending(attempt.text()));
        assertThat(refusal(() -> inspections.request(sail, "export const cloth = 4;\n")))
                .isEqualTo(new Refusal.DuplicateVersion(sail.text(), attempt.text()));

        late.goOn();
        assertThat(inspections.state(sail)).isEqualTo(new Version.Published(attempt, false));
        assertThat(inspections.shelf.bytes(Paths.module(sail, FilePath.of("/mod.ts"))))
                .contains("export const cloth = 3;\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_was_begun_to_be_laid_down_is_finished_however_often_the_shelf_was_away() {
        var mast = VersionRef.of("@luca/mast@1.0.0");
        var attempt = inspections.request(mast, "export const height = 5;\n");
        var away =
                new PausingShelf(
                        inspections.shelf,
                        Paths.versionMeta(mast)::equals,
                        () -> {
                            throw new ShelfTrouble("away", new IllegalStateException());
                        });
        assertThatThrownBy(() -> inspections.inspect(mast, attempt, away))
                .isInstanceOf(ShelfTrouble.class);

        inspections.inspect(mast, attempt, inspections.shelf, 100);

        assertThat(inspections.state(mast)).isEqualTo(new Version.Published(attempt, false));
    }

    @Test
    void whoever_was_held_up_lays_nothing_of_a_version_that_staff_has_deleted() {
        var rope = VersionRef.of("@luca/rope@1.0.0");
        var attempt = inspections.request(rope, "export const knots = 6;\n");
        var late = new Held(Paths.module(rope, FilePath.of("/mod.ts")), rope, attempt);
        late.begin();
        inspections.inspect(rope, attempt, inspections.shelf);
        assertThat(inspections.state(rope)).isEqualTo(new Version.Published(attempt, false));
        inspections.send(new DeleteVersion(rope));

        late.goOn();

        assertThat(lyingOf(rope)).isEmpty();
    }

    private List<String> lyingOf(VersionRef ref) {
        var name = ref.pkg().name().text();
        return inspections.lying().keySet().stream().filter(key -> key.contains(name)).toList();
    }

    private static Refusal refusal(ThrowingCallable wish) {
        return catchThrowableOfType(Refused.class, wish).refusal();
    }

    private static RefusePublish cancel(VersionRef ref, AttemptId attempt) {
        return new RefusePublish(ref, attempt, "cancelled", "A member stopped this attempt.");
    }

    /// A node that is held up once, where it first comes to a place.
    private final class Held {
        private final CountDownLatch there = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final AtomicBoolean once = new AtomicBoolean();
        private final Place place;
        private final VersionRef ref;
        private final AttemptId attempt;
        private CompletableFuture<Void> end = new CompletableFuture<>();

        Held(Place place, VersionRef ref, AttemptId attempt) {
            this.place = place;
            this.ref = ref;
            this.attempt = attempt;
        }

        void begin() {
            var shelf = new PausingShelf(inspections.shelf, place::equals, this::pause);
            end = CompletableFuture.runAsync(() -> inspections.inspect(ref, attempt, shelf));
            await(there);
        }

        void goOn() {
            free.countDown();
            end.orTimeout(30, TimeUnit.SECONDS).join();
        }

        private void pause() {
            if (once.compareAndSet(false, true)) {
                there.countDown();
                await(free);
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
