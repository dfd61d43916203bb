package varve.command.hook;

import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;
import varve.command.Discretion;
import varve.contract.ReadBack;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;

/// Brings what webhooks have to tell: seven times at most, later each time, never through a
/// redirect and never to where the operator does not allow it. Nothing that is answered is read but
/// the status.
@Component
public class Courier implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");

    /// Pauses before the second and all later tries.
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6));

    private final HookShelf hooks;
    private final Attempts attempts;
    private final Wording wording;
    private final Destination destination;
    private final Discretion discretion;
    private final ReadBack readBack;
    private final Clock clock;
    private final OkHttpClient http;

    Courier(
            HookShelf hooks,
            Attempts attempts,
            Wording wording,
            Destination destination,
            Discretion discretion,
            ReadBack readBack,
            Clock clock) {
        this.hooks = hooks;
        this.attempts = attempts;
        this.wording = wording;
        this.destination = destination;
        this.discretion = discretion;
        this.readBack = readBack;
        this.clock = clock;
        this.http =
                new OkHttpClient.Builder()
                        .dns(destination.addresses())
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectTimeout(CONNECT)
                        .readTimeout(WHOLE)
                        .callTimeout(WHOLE)
                        .build();
    }

    /// How it went.
    ///
    /// @param status of the answer, 0 for none
    /// @param trouble empty when it arrived
    record Outcome(int status, String trouble) {
        boolean arrived() {
            return trouble.isEmpty();
        }
    }

    public void bring(HookQueue queue, HookQueue.Delivery delivery) {
        var hook = hooks.one(delivery.hook()).orElse(null);
        var pkg = pkg(delivery.subject());
        if (hook == null || !mayKnow(hook, pkg, delivery.subject())) {
            queue.leases().done(delivery.id());
            return;
        }
        readBack.await(delivery.position(), ReadBack.PATIENCE);
        long begun = System.nanoTime();
        var outcome = sent(hook, delivery, wording.body(hook, delivery, pkg));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        boolean again = !outcome.arrived() && delivery.tries() <= PAUSES.size();
        attempts.note(delivery, outcome, took, again);
        if (again) {
            queue.leases().postpone(delivery.id(), PAUSES.get(delivery.tries() - 1));
        } else {
            queue.leases().done(delivery.id());
        }
    }

    /// @param pkg absent when the subject is a whole scope
    private boolean mayKnow(HookShelf.Kept hook, Optional<PackageRef> pkg, String subject) {
        return pkg.map(one -> discretion.mayKnow(one, hook.owner()))
                .orElseGet(
                        () -> discretion.mayKnow(ScopeName.of(subject.substring(1)), hook.owner()));
    }

    private Outcome sent(HookShelf.Kept hook, HookQueue.Delivery delivery, byte[] body) {
        var url = HttpUrl.parse(hook.endpoint());
        if (url == null || !destination.isOpen(url)) {
            return new Outcome(0, "the address is in a private network");
        }
        var request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "varve-hook/1.0")
                        .post(RequestBody.create(body, JSON));
        Wording.headers(hook, delivery, body, clock.instant()).forEach(request::header);
        try (var response = http.newCall(request.build()).execute()) {
            return response.isSuccessful()
                    ? new Outcome(response.code(), "")
                    : new Outcome(response.code(), "answered " + response.code());
        } catch (UnknownHostException e) {
            return new Outcome(0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome(0, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Optional<PackageRef> pkg(String subject) {
        int version = subject.indexOf('@', 1);
        var name = version < 0 ? subject : subject.substring(0, version);
        return name.startsWith("@") && !name.contains("/")
                ? Optional.empty()
                : Optional.of(PackageRef.of(name));
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
