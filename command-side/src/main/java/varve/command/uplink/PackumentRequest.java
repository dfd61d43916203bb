package varve.command.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.Signatures;
import varve.command.uplink.UpstreamPackuments.Outcome;
import varve.contract.PublicAddresses;
import varve.contract.advisory.KnownFlaws;
import varve.contract.advisory.KnownFlaws.Known;

/// Asks one uplink after the other for a package, until one has it, even if no version of it may
/// enter. Of what one gave, an uplink that comes later hears nothing because the earlier one is
/// away: whoever publishes there under the same name would take its place.
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
    private final ObjectProvider<KnownFlaws> flaws;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    /// @param origin absent when no version may enter
    private record Found(boolean isThere, @Nullable Origin origin) {}

    PackumentRequest(
            UplinkPolicy policy,
            Remote remote,
            Health health,
            PackumentShelf shelf,
            JsonMapper json,
            Clock clock,
            Signatures signatures,
            PublicAddresses addresses,
            ObjectProvider<KnownFlaws> flaws) {
        this.flaws = flaws;
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
        Known known;
        try {
            known = known(name);
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot look up known flaws");
            return Outcome.TROUBLE;
        }
        var outcome = Outcome.ABSENT;
        var before = held == null ? shelf.origin(name).orElse(null) : held;
        boolean given = false;
        for (var uplink : policy.uplinks(name)) {
            given |= before != null && before.uplink().equals(uplink.name());
            var answer = answer(uplink, name, held, known);
            if (answer == null) {
                outcome = Outcome.TROUBLE;
                if (given) {
                    return outcome;
                }
            } else if (answer.origin() != null) {
                found.accept(name, answer.origin());
                return Outcome.FOUND;
            } else if (answer.isThere()) {
                return Outcome.ABSENT;
            }
        }
        return outcome;
    }

    /// @return null for trouble
    private @Nullable Found answer(Uplink uplink, String name, @Nullable Origin held, Known flaws) {
        if (!health.isWorthAsking(uplink)) {
            return null;
        }
        try {
            var answer = ask(uplink, name, held, flaws);
            health.answered(uplink);
            return answer;
        } catch (UplinkTrouble trouble) {
            health.failed(uplink, trouble);
            return null;
        }
    }

    private Found ask(Uplink uplink, String name, @Nullable Origin held, Known flaws)
            throws UplinkTrouble {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/json");
        var known = held != null && held.uplink().equals(uplink.name()) ? held : null;
        if (known != null
                && known.etag() != null
                && !isOpening(known)
                && known.gate().equals(fingerprint(flaws))) {
            headers.put("If-None-Match", known.etag());
        }
        return remote.ask(
                uplink,
                uplink.packument(name),
                headers,
                uplink.timeout(),
                LARGEST,
                (response, body) -> read(uplink, name, known, flaws, response, body));
    }

    private Found read(
            Uplink uplink,
            String name,
            @Nullable Origin known,
            Known flaws,
            Response response,
            InputStream body)
            throws IOException, UplinkTrouble {
        return switch (response.code()) {
            case 200 -> laid(uplink, name, flaws, response.header("ETag"), body);
            case 304 -> {
                if (known == null) {
                    throw new UplinkTrouble(uplink + " answers 304 to who holds nothing");
                }
                var checked = known.checked(clock.instant());
                shelf.lay(name, checked);
                yield new Found(true, checked);
            }
            case 404, 410 -> new Found(false, null);
            default -> throw new UplinkTrouble(uplink + " answers " + response.code());
        };
    }

    private Found laid(
            Uplink uplink, String name, Known flaws, @Nullable String etag, InputStream body)
            throws UplinkTrouble {
        reading.acquireUninterruptibly();
        try {
            var now = clock.instant();
            var teller = new Retold.Teller(policy.gate(), flaws, signatures, npm);
            var retold = teller.of(name, json.readTree(body), now);
            var origin =
                    new Origin(
                            uplink.name(),
                            etag,
                            now,
                            fingerprint(flaws),
                            retold.opens(),
                            retold.files());
            if (retold.files().isEmpty()) {
                LOG.debug("no version of {} may enter", name);
                return new Found(true, null);
            }
            shelf.lay(name, retold, origin);
            return new Found(true, origin);
        } catch (JacksonException e) {
            throw new UplinkTrouble(uplink + " answers what is no JSON", e);
        } finally {
            reading.release();
        }
    }

    /// Tells what lies here by other rules, for as long as nobody can be asked: what those kept out
    /// stays out until then.
    ///
    /// @return empty when no version may enter, or it cannot be said
    Optional<Origin> retold(String name, Origin held) {
        try {
            var flaws = known(name);
            var told = shelf.told(name).map(json::readTree);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            var whole = told.get();
            held.files().forEach((file, from) -> restore(whole, from));
            var teller = new Retold.Teller(policy.gate(), flaws, signatures, npm);
            var retold = teller.of(name, whole, clock.instant());
            var origin =
                    new Origin(
                            held.uplink(),
                            null,
                            Instant.EPOCH,
                            fingerprint(flaws),
                            retold.opens(),
                            retold.files());
            if (retold.files().isEmpty()) {
                return Optional.empty();
            }
            shelf.lay(name, retold, origin);
            return Optional.of(origin);
        } catch (DataAccessException | JacksonException | UplinkTrouble e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot tell {} anew", name);
            return Optional.empty();
        }
    }

    /// Where a tarball really is, in place of its address here.
    private static void restore(JsonNode whole, Origin.File from) {
        if (whole.path("versions").path(from.version()).path("dist") instanceof ObjectNode dist) {
            dist.put("tarball", from.address());
        }
    }

    /// Nothing needs to be known where nothing is kept out for it.
    private Known known(String name) {
        var worst = policy.gate().flaws();
        var asked = flaws.getIfAvailable();
        return worst == null || asked == null ? Known.NOTHING : asked.of(name, worst);
    }

    private String fingerprint(Known flaws) {
        return policy.gate().fingerprint() + ":" + flaws.fingerprint();
    }

    private boolean isOpening(Origin known) {
        return known.opens() != null && !clock.instant().isBefore(known.opens());
    }
}
