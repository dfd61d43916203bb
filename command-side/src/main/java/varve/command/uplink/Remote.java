package varve.command.uplink;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/// Asks other registries. Every question has an end: in time, in bytes and in redirects.
@Component
class Remote implements AutoCloseable {
    private static final int REDIRECTS = 5;
    private static final int AT_ONCE = 64;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final OkHttpClient http =
            new OkHttpClient.Builder()
                    .followRedirects(false)
                    .connectTimeout(CONNECT)
                    .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
                    .build();

    /// What is done with an answer while it comes in.
    interface Reading<T> {
        T of(Response response, InputStream body) throws IOException, UplinkTrouble;
    }

    /// @param headers besides credentials
    /// @param within how long the whole answer may take
    /// @param atMost bytes of its body, unpacked
    /// @throws UplinkTrouble when there is no answer within its limits
    <T> T ask(
            Uplink uplink,
            URI place,
            Map<String, String> headers,
            Duration within,
            long atMost,
            Reading<T> reading)
            throws UplinkTrouble {
        try {
            if (!turns.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UplinkTrouble("too much is asked of " + uplink + " at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UplinkTrouble("interrupted", e);
        }
        try {
            return follow(uplink, place, headers, within, atMost, reading);
        } catch (IOException e) {
            throw new UplinkTrouble(uplink + ": " + e.getMessage(), e);
        } finally {
            turns.release();
        }
    }

    private <T> T follow(
            Uplink uplink,
            URI place,
            Map<String, String> headers,
            Duration within,
            long atMost,
            Reading<T> reading)
            throws IOException, UplinkTrouble {
        var client = http.newBuilder().callTimeout(within).readTimeout(within).build();
        var next = place;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            if (!uplink.reaches(next)) {
                throw new UplinkTrouble(uplink + " leads to " + next.getHost());
            }
            try (var response = client.newCall(request(uplink, next, headers)).execute()) {
                var location = response.header("Location");
                if (!isRedirect(response.code()) || location == null) {
                    var body = Objects.requireNonNull(response.body()).byteStream();
                    return reading.of(response, new Limited(body, atMost));
                }
                next = resolved(next, location);
            }
        }
        throw new UplinkTrouble(uplink + " leads on and on");
    }

    private static Request request(Uplink uplink, URI place, Map<String, String> headers) {
        var request = new Request.Builder().url(place.toString()).header("User-Agent", "varve");
        headers.forEach(request::header);
        if (uplink.isOwn(place)) {
            uplink.authorization().ifPresent(secret -> request.header("Authorization", secret));
        }
        return request.build();
    }

    private static boolean isRedirect(int code) {
        return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    }

    private static URI resolved(URI from, String location) throws UplinkTrouble {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new UplinkTrouble("a redirect to nowhere", e);
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    private static final class Limited extends FilterInputStream {
        private long room;

        Limited(InputStream in, long room) {
            super(in);
            this.room = room;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one < 0 ? one : counted(one, 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            return n < 0 ? n : counted(n, n);
        }

        private int counted(int result, int bytes) throws IOException {
            room -= bytes;
            if (room < 0) {
                throw new IOException("the answer is too large");
            }
            return result;
        }
    }
}
