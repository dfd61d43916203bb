package varve.command.ci;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import varve.command.token.AskedPermission;
import varve.contract.Refused;
import varve.contract.token.Grant;

/// For whom an identity token is meant, and for what. There are two forms: JSON, as `deno publish`
/// asks for it, which names no registry, so each permission must name the bytes; and
/// `registry:<host>`, which is ours alone. JSON may name the registry too.
final class Audience {
    private static final String OURS = "registry:";

    private Audience() {}

    @JsonIgnoreProperties(ignoreUnknown = false)
    private record Asked(@Nullable List<AskedPermission> permissions, @Nullable String registry) {}

    static Grant grant(String audience, URI registry, JsonMapper json) {
        if (audience.startsWith(OURS)) {
            here(audience.substring(OURS.length()), registry);
            return new Grant.Everything();
        }
        if (!audience.startsWith("{")) {
            throw IdentityRules.refused("it is meant for another audience");
        }
        try {
            var asked = json.readValue(audience, Asked.class);
            return publishing(asked, registry);
        } catch (JacksonException _) {
            throw IdentityRules.refused("its audience is not a list of permissions");
        }
    }

    /// The third form: `npm:<host>`, without a port, as npm's clients ask for it. What its job may
    /// publish is said by the packages that trust it.
    static Grant npm(String audience, URI npm) {
        IdentityRules.require(
                audience.equals("npm:" + npm.getHost()), "it is meant for another registry");
        return new Grant.Everything();
    }

    private static Grant publishing(Asked asked, URI registry) {
        if (asked.registry() != null) {
            here(asked.registry(), registry);
        }
        var permissions = asked.permissions();
        IdentityRules.require(
                permissions != null && !permissions.isEmpty(), "its audience permits nothing");
        Grant grant;
        try {
            grant = AskedPermission.grant(permissions);
        } catch (Refused _) {
            throw IdentityRules.refused("its audience is not a list of permissions");
        }
        IdentityRules.require(
                grant instanceof Grant.Publishing publishing
                        && (asked.registry() != null || namesBytes(publishing)),
                "its audience names neither this registry nor the bytes");
        return grant;
    }

    private static boolean namesBytes(Grant.Publishing publishing) {
        return publishing.permissions().stream()
                .allMatch(p -> p.version() != null && p.tarballHash() != null);
    }

    private static void here(String host, URI registry) {
        IdentityRules.require(
                host.equals(registry.getAuthority()), "it is meant for another registry");
    }
}
