package varve.command.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.packument.Signatures;
import varve.command.uplink.UpstreamPackuments.Outcome;
import varve.contract.PublicAddresses;

/// Asks one uplink after the other for a package, until one has it.
@Component
class PackumentRequest {
    private static final Logger LOG = LoggerFactory.getLogger(PackumentRequest.class);
    private static final long LARGEST = 64 << 20;

    /// Documents are taken apart in memory, many times their own size.
    private static final int READ_AT_ONCE = 4;

    private final UplinkPolicy policy;
    private final Remote remote;
    private final Health health;
    private final PackumentShelf shelf;
    private final JsonMapper json;
    private final Clock clock;
    private final Signatures signatures;
    private final URI npm;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    private record Found(Outcome outcome, @Nullable Origin origin) {}

    PackumentRequest(
            UplinkPolicy policy,
            Remote remote,
            Health health,
            PackumentShelf shelf,
            JsonMapper json,
            Clock clock,
            Signatures signatures,
            PublicAddresses addresses) {
        this.policy = policy;
        this.remote = remote;
        this.health = health;
        this.shelf = shelf;
        this.json = json;
        this.clock = clock;
        this.signatures = signatures;
        this.npm = addresses.npm();
    }

    /// @param held what lies on the shelf, if anything
    /// @param found told where a newer one is from, once it lies there
    Outcome refresh(String name, @Nullable Origin held, BiConsumer<String, Origin> found) {
        var outcome = Outcome.ABSENT;
        for (var uplink : policy.uplinks(name)) {
            if (!health.isWorthAsking(uplink)) {
                outcome = Outcome.TROUBLE;
                continue;
            }
            try {
                var answer = ask(uplink, name, held);
                health.answered(uplink);
                if (answer.outcome() == Outcome.FOUND && answer.origin() != null) {
                    found.accept(name, answer.origin());
                    return Outcome.FOUND;
                }
            } catch (UplinkTrouble trouble) {
                health.failed(uplink, trouble);
                outcome = Outcome.TROUBLE;
            }
        }
        return outcome;
    }

    private Found ask(Uplink uplink, String name, @Nullable Origin held) throws UplinkTrouble {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/json");
        var known = held != null && held.uplink().equals(uplink.name()) ? held : null;
        if (known != null && known.etag() != null && !isOpening(known)) {
            headers.put("If-None-Match", known.etag());
        }
        return remote.ask(
                uplink,
                uplink.packument(name),
                headers,
                uplink.timeout(),
                LARGEST,
                (response, body) -> read(uplink, name, known, response, body));
    }

    private Found read(
            Uplink uplink, String name, @Nullable Origin known, Response response, InputStream body)
            throws IOException, UplinkTrouble {
        return switch (response.code()) {
            case 200 -> laid(uplink, name, response.header("ETag"), body);
            case 304 -> {
                if (known == null) {
                    throw new UplinkTrouble(uplink + " answers 304 to who holds nothing");
                }
                var checked = known.checked(clock.instant());
                shelf.lay(name, checked);
                yield new Found(Outcome.FOUND, checked);
            }
            case 404, 410 -> new Found(Outcome.ABSENT, null);
            default -> throw new UplinkTrouble(uplink + " answers " + response.code());
        };
    }

    private Found laid(Uplink uplink, String name, @Nullable String etag, InputStream body)
            throws UplinkTrouble {
        reading.acquireUninterruptibly();
        try {
            var now = clock.instant();
            var teller = new Retold.Teller(policy.gate(), signatures, npm);
            var retold = teller.of(name, json.readTree(body), now);
            var origin =
                    new Origin(
                            uplink.name(),
                            etag,
                            now,
                            policy.gate().fingerprint(),
                            retold.opens(),
                            retold.files());
            if (retold.files().isEmpty()) {
                LOG.debug("no version of {} may enter", name);
                return new Found(Outcome.ABSENT, null);
            }
            shelf.lay(name, retold, origin);
            return new Found(Outcome.FOUND, origin);
        } catch (JacksonException e) {
            throw new UplinkTrouble(uplink + " answers what is no JSON", e);
        } finally {
            reading.release();
        }
    }

    private boolean isOpening(Origin known) {
        return known.opens() != null && !clock.instant().isBefore(known.opens());
    }
}
