package varve.query.publishing;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;

/// Tells of every state of an attempt as it is reached, as server-sent events, until it has ended.
@RestController
class TaskEvents {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_LISTENERS = 200;
    private static final Set<String> LAST = Set.of("success", "failure");

    private final Tasks tasks;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

    TaskEvents(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping(
            path = "/api/publishing_tasks/{id}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        var attempt = AttemptId.of(id);
        if (tasks.one(attempt).isEmpty()) {
            throw new Refused(new Refusal.AttemptNotFound(id));
        }
        if (!listeners.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable("event stream"));
        }
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("task-events").start(() -> tell(attempt, emitter));
        return emitter;
    }

    private void tell(AttemptId attempt, SseEmitter emitter) {
        long end = System.nanoTime() + LONGEST.toNanos();
        String said = "";
        try {
            while (System.nanoTime() < end) {
                Optional<TaskView> task = tasks.one(attempt);
                var status = task.map(TaskView::status).orElse("");
                if (task.isPresent() && !status.equals(said)) {
                    emitter.send(
                            SseEmitter.event()
                                    .name(status)
                                    .data(task.get(), MediaType.APPLICATION_JSON));
                    said = status;
                }
                if (LAST.contains(said)) {
                    break;
                }
                Thread.sleep(PAUSE);
            }
            emitter.complete();
        } catch (IOException | RuntimeException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            listeners.release();
        }
    }
}
