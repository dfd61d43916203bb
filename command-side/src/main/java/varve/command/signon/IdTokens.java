package varve.command.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Reads identity tokens by the rules of OpenID Connect Core 1.0, 3.1.3.7. Keys come from where the
/// provider's directory says, never from a token.
@Component
class IdTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST = 16_384;
    private static final int LONGEST_SUBJECT = 255;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int LARGEST_KEYS = 200_000;

    private final Clock clock;
    private final Map<URI, DefaultJWTProcessor<SecurityContext>> processors =
            new ConcurrentHashMap<>();

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    /// Who it speaks of.
    ///
    /// @param nonce that was sent along when the person was
    /// @throws Refused when it is not good
    Person person(String token, Provider provider, URI keys, String nonce) {
        var claims = verified(token, keys);
        try {
            check(claims, provider, nonce);
            var login =
                    Optional.ofNullable(claims.getStringClaim("preferred_username"))
                            .or(() -> Optional.ofNullable(text(claims, "nickname")))
                            .orElse("user");
            boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
            return new Person(claims.getSubject(), login, verified ? text(claims, "email") : null);
        } catch (ParseException _) {
            throw refused("its claims cannot be read");
        }
    }

    private void check(JWTClaimsSet claims, Provider provider, String nonce) throws ParseException {
        var now = clock.instant();
        require(provider.issuer().equals(claims.getIssuer()), "it is another issuer's");
        require(claims.getAudience().contains(provider.client()), "it is meant for others");
        var party = claims.getStringClaim("azp");
        boolean sole = claims.getAudience().size() == 1;
        require(party == null ? sole : party.equals(provider.client()), "others asked for it");
        require(moment(claims.getExpirationTime()).isAfter(now.minus(SKEW)), "it is too old");
        require(moment(claims.getIssueTime()).isBefore(now.plus(SKEW)), "it is from the future");
        require(nonce.equals(claims.getStringClaim("nonce")), "it answers another question");
        var subject = claims.getSubject();
        require(
                subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT,
                "it speaks of nobody");
    }

    private JWTClaimsSet verified(String token, URI keys) {
        require(token.length() <= LONGEST, "it is too long");
        try {
            return processors.computeIfAbsent(keys, IdTokens::processor).process(token, null);
        } catch (RemoteKeySourceException _) {
            throw new Refused(new Refusal.Unavailable("provider of accounts"));
        } catch (ParseException | BadJOSEException | JOSEException _) {
            throw refused("its signature is not good");
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(URI address) {
        try {
            var fetch = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEYS);
            var keys = JWKSourceBuilder.create(address.toURL(), fetch).build();
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
            // every claim is checked here, all in one place
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            return processor;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address: " + address, e);
        }
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    private static Instant moment(@Nullable Date date) {
        if (date == null) {
            throw refused("it does not say when");
        }
        return date.toInstant();
    }

    private static void require(boolean good, String why) {
        if (!good) {
            throw refused(why);
        }
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.OfPeople.SignOnFailed("the identity token: " + why));
    }
}
