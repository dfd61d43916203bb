package varve.query.pages.modules;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.BuildId;
import varve.query.modules.Modules;

/// Tells a page that is open about a build as it goes on, as server-sent events: its state whenever
/// that changed, and `over` at the end.
@RestController
class BuildEvents {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 200;

    private final Modules modules;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    BuildEvents(Modules modules) {
        this.modules = modules;
    }

    @GetMapping("/status/{id:[0-9a-f]{24}}/events")
    void follow(@PathVariable String id, HttpServletResponse response)
            throws IOException, InterruptedException {
        var build = BuildId.of(id);
        if (modules.build(build).isEmpty()) {
            throw new ModuleRefusal.BuildNotFound(id).refused();
        }
        if (!places.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable("live status"));
        }
        try {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(build, response);
        } finally {
            places.release();
        }
    }

    private void tell(BuildId build, HttpServletResponse response)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        long spokenAt = System.nanoTime();
        var told = "";
        while (System.nanoTime() < until) {
            var now = modules.build(build).map(BuildStatus::new).orElse(null);
            if (now == null) {
                return;
            }
            var state = now.build().status();
            if (!state.equals(told)) {
                say(response, "data: " + state + "\n\n");
                told = state;
                spokenAt = System.nanoTime();
            } else if (System.nanoTime() - spokenAt > SIGN_OF_LIFE.toNanos()) {
                say(response, ":\n\n");
                spokenAt = System.nanoTime();
            }
            if (now.isOver()) {
                say(response, "event: over\ndata: " + state + "\n\n");
                return;
            }
            Thread.sleep(LOOK);
        }
    }

    private static void say(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
