package varve.command.signon;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import varve.command.signon.Journeys.Journey;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;

/// The authorization code flow of RFC 6749, with proof key (RFC 7636), state and nonce.
@Component
class SignOn {
    private final SignOnPolicy policy;
    private final Directory directory;
    private final Wire wire;
    private final IdTokens tokens;
    private final PublicAddresses addresses;

    SignOn(
            SignOnPolicy policy,
            Directory directory,
            Wire wire,
            IdTokens tokens,
            PublicAddresses addresses) {
        this.policy = policy;
        this.directory = directory;
        this.wire = wire;
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /// @throws Refused when the operator has set no such provider
    Provider provider(String name) {
        return policy.named(name)
                .orElseThrow(() -> new Refused(new Refusal.OfPeople.UnknownLoginProvider(name)));
    }

    /// Where a person is sent.
    URI departure(Journey journey, Provider provider) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.client());
        asked.put("redirect_uri", here(provider));
        asked.put(
                "scope",
                switch (provider.kind()) {
                    case OPENID -> "openid profile email";
                    case GITHUB -> "read:user";
                });
        asked.put("state", journey.state());
        asked.put("nonce", journey.nonce());
        asked.put("code_challenge", journey.challenge());
        asked.put("code_challenge_method", "S256");
        var query =
                asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + Wire.encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        var at = directory.of(provider).authorization().toString();
        return URI.create(at + (at.contains("?") ? "&" : "?") + query);
    }

    /// Who came back.
    ///
    /// @throws Refused when the provider does not say so
    Person arrival(Journey journey, Provider provider, String code) {
        var endpoints = directory.of(provider);
        var told =
                wire.post(
                        endpoints.token(),
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", here(provider),
                                "client_id", provider.client(),
                                "client_secret", provider.secret(),
                                "code_verifier", journey.verifier()));
        return switch (provider.kind()) {
            case OPENID ->
                    tokens.person(
                            told.path("id_token").asString(""),
                            provider,
                            endpoints.identity(),
                            journey.nonce());
            case GITHUB -> github(endpoints.identity(), told.path("access_token").asString(""));
        };
    }

    /// A public mail address at GitHub is a verified one.
    private Person github(URI user, String token) {
        if (!token.matches("[\\w.-]{1,400}")) {
            throw new Refused(new Refusal.OfPeople.SignOnFailed("there is no token"));
        }
        var told = wire.get(user, "Authorization", "Bearer " + token);
        var id = told.path("id");
        if (!id.isIntegralNumber()) {
            throw new Refused(new Refusal.OfPeople.SignOnFailed("it speaks of nobody"));
        }
        var mail = told.path("email");
        return new Person(
                id.asString(),
                told.path("login").asString("user"),
                mail.isString() ? mail.asString() : null);
    }

    private String here(Provider provider) {
        return addresses.registry().resolve("/login/callback/" + provider.name()).toString();
    }
}
