package varve.query.changes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.changes.Changes.Change;
import varve.query.transparency.LogProofs;

/// Public facts in log order: a page at a time, or as a stream of server-sent events that goes on
/// for as long as the client listens. Whoever lost the connection says with `Last-Event-ID` where.
@RestController
class ChangesEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesEndpoint.class);
    private static final int MOST = 1000;
    private static final int AT_ONCE = 100;
    private static final int LISTENERS = 200;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Changes changes;
    private final Tide tide;
    private final LogProofs log;
    private final JsonMapper json;
    private final Semaphore listeners = new Semaphore(LISTENERS);

    ChangesEndpoint(Changes changes, Tide tide, LogProofs log, JsonMapper json) {
        this.changes = changes;
        this.tide = tide;
        this.log = log;
        this.json = json;
    }

    /// @param next give it as `since` for what follows, now or later
    /// @param size of the log; whoever has read as far has read all
    record Page(List<Map<String, Object>> items, long next, long size) {}

    /// @return nothing when the answer was a stream, which has ended then
    @GetMapping("/api/changes")
    @Nullable Page changes(
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (limit < 1 || limit > MOST || (since != null && since < 0)) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'since' is a position and 'limit' is between 1 and " + MOST));
        }
        var accept = request.getHeader("Accept");
        if (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            listen(from(since, request.getHeader("Last-Event-ID")), response);
            return null;
        }
        return page(since == null ? 0 : since, limit);
    }

    private Page page(long since, int limit) {
        long size = log.told().size();
        var found = changes.after(since, size, limit);
        return new Page(
                found.changes().stream().map(ChangesEndpoint::shown).toList(), found.last(), size);
    }

    private void listen(long from, HttpServletResponse response) throws IOException {
        if (!listeners.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable("stream of changes (too many listen)"));
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            write(response, "retry: 1000\n\n");
            tell(from, response);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Refused away) {
            LOG.debug("a listener was let go", away); // it comes back by itself and goes on
        } finally {
            listeners.release();
        }
    }

    /// Ends when the client has gone, which the next word to it shows, or when the server stops.
    private void tell(long from, HttpServletResponse response)
            throws IOException, InterruptedException {
        long position = from;
        long size = log.told().size();
        while (!tide.isClosed()) {
            if (position >= size) {
                size = tide.await(position, HEARTBEAT);
            }
            if (position >= size) {
                write(response, ": still here\n\n");
                continue;
            }
            var found = changes.after(position, size, AT_ONCE);
            var text = new StringBuilder();
            found.changes().forEach(change -> text.append(event(change)));
            position = found.last();
            if (!text.isEmpty()) {
                write(response, text.toString());
            }
        }
    }

    private String event(Change change) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(
                        change.position(), change.type(), json.writeValueAsString(shown(change)));
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    /// Without a word about where to begin, a listener hears what happens from now on.
    private long from(@Nullable Long since, @Nullable String last) {
        if (last != null && last.matches("\\d{1,18}")) {
            return Long.parseLong(last);
        }
        return since == null ? log.told().size() : Math.max(0, since);
    }

    private static Map<String, Object> shown(Change change) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("position", change.position());
        shown.putAll(change.words());
        return shown;
    }
}
