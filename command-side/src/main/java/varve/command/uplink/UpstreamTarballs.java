package varve.command.uplink;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.uplink.UpstreamCommand.AdmitTarball;
import varve.contract.uplink.UpstreamTarball;
import varve.eventlog.Commands;

/// Other registries' tarballs. One enters when somebody wants it: fetched whole, compared with what
/// was announced, noted in the log, laid on the shelf, and only then handed out.
@Component
class UpstreamTarballs {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamTarballs.class);
    private static final long LARGEST = 512L << 20;

    /// Tarballs take longer than lists, but not for ever.
    private static final int TIMEOUTS = 10;

    private static final Duration JUST_ASKED = Duration.ofSeconds(10);

    private final UplinkPolicy policy;
    private final UpstreamPackuments packuments;
    private final Remote remote;
    private final Health health;
    private final Blobs blobs;
    private final Commands commands;
    private final CachedTarballs cached;
    private final Coalesced<String, Boolean> underWay = new Coalesced<>();

    UpstreamTarballs(
            UplinkPolicy policy,
            UpstreamPackuments packuments,
            Remote remote,
            Health health,
            Blobs blobs,
            Commands commands,
            CachedTarballs cached) {
        this.policy = policy;
        this.packuments = packuments;
        this.remote = remote;
        this.health = health;
        this.blobs = blobs;
        this.commands = commands;
        this.cached = cached;
    }

    /// Sees to it that a tarball lies on the shelf.
    ///
    /// @return false when there is none, or it is kept out
    /// @throws Refused when it cannot be had now, or is not what it was
    boolean ready(String name, String file) {
        var origin =
                packuments
                        .ready(name)
                        .filter(held -> held.files().containsKey(file))
                        .or(() -> packuments.again(name, JUST_ASKED));
        var wanted = origin.map(held -> held.files().get(file));
        if (wanted.isEmpty()) {
            return false;
        }
        cached.wanted(name, file);
        if (lies(name, file)) {
            return true;
        }
        var uplink = uplink(origin.get().uplink());
        var patience = uplink.timeout().multipliedBy(TIMEOUTS);
        var entered =
                underWay.get(
                        name + "/" + file, patience, () -> enter(uplink, name, file, wanted.get()));
        if (entered == null || !entered) {
            throw new Refused(new Refusal.Unavailable("uplink"));
        }
        return true;
    }

    private boolean enter(Uplink uplink, String name, String file, Origin.File wanted) {
        if (lies(name, file)) {
            return true;
        }
        if (!health.isWorthAsking(uplink)) {
            return false;
        }
        try (var download = download(uplink, wanted)) {
            health.answered(uplink);
            var tarball =
                    new UpstreamTarball(
                            name,
                            wanted.version(),
                            uplink.name(),
                            wanted.address().replaceFirst("[?#].*", ""),
                            download.integrity(),
                            download.size());
            var caller = Caller.registry("uplink", UUID.randomUUID().toString());
            commands.send(new AdmitTarball(tarball), caller);
            blobs.put(
                    Paths.upstreamTarball(name, file), download.file(), "application/octet-stream");
            cached.entered(name, file, download.size());
            return true;
        } catch (UplinkTrouble trouble) {
            health.failed(uplink, trouble);
            return false;
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("a tarball could not be put away");
            return false;
        }
    }

    private Download download(Uplink uplink, Origin.File wanted) throws UplinkTrouble {
        return remote.ask(
                uplink,
                address(wanted),
                Map.of("Accept", "*/*", "Accept-Encoding", "identity"),
                uplink.timeout().multipliedBy(TIMEOUTS),
                LARGEST,
                (response, body) -> {
                    if (response.code() != 200) {
                        throw new UplinkTrouble(uplink + " answers " + response.code());
                    }
                    return Download.of(body, wanted);
                });
    }

    private static URI address(Origin.File wanted) throws UplinkTrouble {
        try {
            return URI.create(wanted.address());
        } catch (IllegalArgumentException e) {
            throw new UplinkTrouble("no address: " + wanted.address(), e);
        }
    }

    private boolean lies(String name, String file) {
        try (var blob = blobs.get(Paths.upstreamTarball(name, file)).orElse(null)) {
            return blob != null;
        } catch (IOException e) {
            throw new ShelfTrouble("looking for " + file, e);
        }
    }

    private Uplink uplink(String name) {
        return policy.uplinks().stream()
                .filter(uplink -> uplink.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.Unavailable("uplink")));
    }
}
