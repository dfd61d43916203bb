package varve.command.signon;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Asks providers, who have five seconds and little room to answer in, and lead nowhere else.
@Component
class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int LARGEST = 200_000;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(DEADLINE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final JsonMapper json;

    Wire(JsonMapper json) {
        this.json = json;
    }

    JsonNode get(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// Asks for a token.
    JsonNode post(URI address, Map<String, String> fields) {
        var form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder asked) {
        var request = asked.header("Accept", "application/json").timeout(DEADLINE).build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(LARGEST);
                if (answer.statusCode() / 100 == 2) {
                    return json.readTree(bytes);
                }
                LOG.atWarn()
                        .addKeyValue("address", request.uri())
                        .addKeyValue("status", answer.statusCode())
                        .log("a provider of accounts says no");
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("address", request.uri())
                    .setCause(e)
                    .log("a provider of accounts is away");
            throw new Refused(new Refusal.Unavailable("provider of accounts"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refused(new Refusal.Unavailable("provider of accounts"));
        } catch (JacksonException _) {
            // said below
        }
        throw new Refused(new Refusal.OfPeople.SignOnFailed("the provider said something else"));
    }
}
