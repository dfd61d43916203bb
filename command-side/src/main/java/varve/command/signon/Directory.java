package varve.command.signon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import varve.command.signon.Provider.Endpoints;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Finds the addresses of providers, by OpenID Connect Discovery 1.0.
@Component
class Directory {
    private static final Duration KEPT = Duration.ofHours(1);

    private final Wire wire;
    private final Cache<Provider, Endpoints> known =
            Caffeine.newBuilder().maximumSize(100).expireAfterWrite(KEPT).build();

    Directory(Wire wire) {
        this.wire = wire;
    }

    Endpoints of(Provider provider) {
        return switch (provider.kind()) {
            case GITHUB -> provider.github();
            case OPENID -> known.get(provider, this::discovered);
        };
    }

    private Endpoints discovered(Provider provider) {
        var told =
                wire.get(
                        URI.create(
                                provider.issuer().replaceFirst("/$", "")
                                        + "/.well-known/openid-configuration"));
        if (!told.path("issuer").asString("").equals(provider.issuer())) {
            throw new Refused(new Refusal.OfPeople.SignOnFailed("another issuer answers there"));
        }
        return new Endpoints(
                address(told, "authorization_endpoint"),
                address(told, "token_endpoint"),
                address(told, "jwks_uri"));
    }

    private static URI address(JsonNode told, String name) {
        return Optional.of(told.path(name).asString(""))
                .filter(text -> text.startsWith("http"))
                .map(URI::create)
                .orElseThrow(
                        () -> new Refused(new Refusal.OfPeople.SignOnFailed(name + " is missing")));
    }
}
