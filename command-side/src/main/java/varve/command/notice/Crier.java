package varve.command.notice;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Live;
import varve.contract.PublicAddresses;
import varve.contract.ReadBack;

/// Tells of publications: five times at most, later each time, once what is told of can be read.
@Component
public class Crier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crier.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String CALLED =
            "select coalesce(login, name, '') from varve_vault.person where id = ?";

    /// Pauses before the second and all later tries.
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10));

    private final Live<List<Notice>> notices;
    private final PublicAddresses addresses;
    private final ReadBack readBack;
    private final JdbcClient db;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(WITHIN)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Crier(Live<List<Notice>> notices, PublicAddresses addresses, ReadBack readBack, JdbcClient db) {
        this.notices = notices;
        this.addresses = addresses;
        this.readBack = readBack;
        this.db = db;
    }

    /// One that was taken out of the settings meanwhile is not told any more.
    public void tell(NoticeQueue queue, NoticeQueue.Delivery delivery) throws InterruptedException {
        var notice =
                notices.now().stream()
                        .filter(one -> one.id().equals(delivery.notice()))
                        .findFirst();
        if (notice.isEmpty()) {
            queue.leases().done(delivery.id());
            return;
        }
        readBack.await(delivery.position(), ReadBack.PATIENCE);
        var trouble = sent(notice.get(), delivery);
        if (trouble.isEmpty()) {
            queue.leases().done(delivery.id());
            return;
        }
        boolean again = delivery.tries() <= PAUSES.size();
        LOG.atWarn()
                .addKeyValue("notice", notice.get().id())
                .addKeyValue("about", delivery.about())
                .addKeyValue("reason", trouble)
                .log(again ? "a notice was not taken" : "a notice is given up");
        if (again) {
            queue.leases().postpone(delivery.id(), PAUSES.get(delivery.tries() - 1));
        } else {
            queue.leases().done(delivery.id());
        }
    }

    /// @return what went wrong, empty for nothing
    private String sent(Notice notice, NoticeQueue.Delivery delivery) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(notice.endpoint())
                        .timeout(WITHIN)
                        .header("User-Agent", "varve-notice/1.0");
        if (notice.headers().keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        notice.headers().forEach(request::header);
        var body = notice.filled(values(delivery));
        request.method(
                notice.method(),
                notice.method().equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body));
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300 ? "" : "answered " + status;
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    private Map<String, String> values(NoticeQueue.Delivery delivery) {
        return Map.of(
                "name", delivery.name(),
                "version", delivery.version(),
                "publishedPackage", delivery.about(),
                "publishType", delivery.deed(),
                "publisher.name", called(delivery.actor()),
                "registry", addresses.registry().toString());
    }

    private String called(String actor) {
        if (!actor.startsWith("user:") && !actor.startsWith("staff:")) {
            return actor;
        }
        var id = UUID.fromString(actor.substring(actor.indexOf(':') + 1));
        return db.sql(CALLED).param(id).query(String.class).optional().orElse("");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
