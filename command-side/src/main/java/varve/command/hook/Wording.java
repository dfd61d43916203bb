package varve.command.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Packuments;
import varve.blobs.Paths;
import varve.command.pkg.Pkg;
import varve.contract.account.UserId;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.eventlog.States;

/// What webhooks are sent, and how it is signed: npm's in npm's manner; those of scopes with the
/// words of the change feed, as the Standard Webhooks specification has it.
@Component
class Wording {
    private static final String LOGIN =
            "select coalesce(login, name) from varve_vault.person where id = ?";

    private final Blobs blobs;
    private final States states;
    private final JdbcClient db;
    private final JsonMapper json;

    Wording(Blobs blobs, States states, JdbcClient db, JsonMapper json) {
        this.blobs = blobs;
        this.states = states;
        this.db = db;
        this.json = json;
    }

    /// @param pkg what it is about; absent for a whole scope
    byte[] body(HookShelf.Kept hook, HookQueue.Delivery delivery, Optional<PackageRef> pkg) {
        var body = new LinkedHashMap<String, Object>();
        if (hook.kind() == varve.command.hook.Kind.CHANGES) {
            body.put("position", delivery.position());
            body.put("type", delivery.event());
            body.put("time", delivery.at().toString());
            body.put("subject", delivery.subject());
            return json.writeValueAsBytes(body);
        }
        var name = pkg.map(this::npmName);
        body.put("event", delivery.event());
        body.put("name", name.orElse(delivery.subject()));
        body.put("type", "package");
        body.put("version", "1.0.0");
        body.put("hookOwner", Map.of("username", login(hook.owner())));
        body.put("payload", name.flatMap(this::packument).orElse(null));
        body.put("change", json.readTree(delivery.change()));
        body.put("time", delivery.at().toEpochMilli());
        return json.writeValueAsBytes(body);
    }

    /// @param now when it is sent
    static Map<String, String> headers(
            HookShelf.Kept hook, HookQueue.Delivery delivery, byte[] body, Instant now) {
        if (hook.kind() != varve.command.hook.Kind.CHANGES) {
            var mac = hmac(hook.secret(), body);
            return Map.of("x-npm-signature", "sha256=" + HexFormat.of().formatHex(mac));
        }
        var id = delivery.id().toString();
        var time = Long.toString(now.getEpochSecond());
        var signed = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
        var mac = Base64.getEncoder().encodeToString(hmac(hook.secret(), signed, body));
        return Map.of(
                "webhook-id", id, "webhook-timestamp", time, "webhook-signature", "v1," + mac);
    }

    private String npmName(PackageRef pkg) {
        return states.of(Pkg.SUBJECT, pkg.stream())
                .known()
                .map(known -> pkg.npmName(known.kind()))
                .orElse(pkg.npmName(Kind.NPM));
    }

    private Optional<Object> packument(String name) {
        return Packuments.own(blobs, name, Paths.Form.FULL).map(json::readTree);
    }

    private String login(UserId owner) {
        return db.sql(LOGIN).param(owner.uuid()).query(String.class).optional().orElse("");
    }

    private static byte[] hmac(String secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "RAW"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
