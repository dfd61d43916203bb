package varve.command.advisory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import varve.eventlog.Commands;

/// Where advisories come from, if the operator named a place.
public final class AdvisoryFeed {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final long LARGEST = 1L << 30;

    private final @Nullable URI address;
    private final Commands commands;

    /// @param address absent for none
    public AdvisoryFeed(@Nullable URI address, Commands commands) {
        this.address = address;
        this.commands = commands;
    }

    /// Fetches all of them. Those that say what they said before are no news.
    ///
    /// @param said is told which are no advisories of npm packages
    /// @return what came of it, in a line
    /// @throws IOException when they cannot be had
    public String fetch(Consumer<String> said) throws IOException, InterruptedException {
        if (address == null) {
            return "no place is named where advisories are to be had";
        }
        var archive = Files.createTempFile("varve-advisories-", ".zip");
        try {
            download(address, archive);
            try (var bytes = Files.newInputStream(archive)) {
                int read = new AdvisoryFiles(commands, said).read(bytes);
                return "took in " + read + " advisories";
            }
        } finally {
            Files.delete(archive);
        }
    }

    private static void download(URI from, Path to) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(from).timeout(WITHIN).header("User-Agent", "varve");
        try (var http =
                        HttpClient.newBuilder()
                                .connectTimeout(CONNECT)
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build();
                var body = opened(http, request.build())) {
            try (var file = Files.newOutputStream(to)) {
                long end = System.nanoTime() + WITHIN.toNanos();
                long size = 0;
                var buffer = new byte[1 << 16];
                for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                    size += n;
                    if (size > LARGEST || System.nanoTime() > end) {
                        throw new IOException(from.getHost() + " sends more than is taken");
                    }
                    file.write(buffer, 0, n);
                }
            }
        }
    }

    private static InputStream opened(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException(request.uri().getHost() + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
