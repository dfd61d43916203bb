package varve.command.ci;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Actor;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;
import varve.contract.ci.Workloads;

/// Reads identity tokens. Keys come from where the operator says and are kept for minutes; one that
/// is not known makes them be fetched anew, at most twice a minute.
@Component
class Identities implements Workloads {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);

    /// Clients that show them like any token do not say whose they are.
    private static final Set<String> ANYBODY = Set.of(ANY, NPM);

    private static final int LONGEST = 16_384;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int LARGEST_KEYS = 100_000;
    private static final long KEPT_MILLIS = 300_000;
    private static final long WAIT_MILLIS = 5_000;
    private static final long AT_MOST_EVERY_MILLIS = 60_000;

    private final CiPolicy policy;
    private final Map<Issuer, DefaultJWTProcessor<SecurityContext>> processors =
            new ConcurrentHashMap<>();
    private final PublicAddresses addresses;
    private final LinkedIdentities people;
    private final JsonMapper json;
    private final Clock clock;

    Identities(
            CiPolicy policy,
            PublicAddresses addresses,
            LinkedIdentities people,
            JsonMapper json,
            Clock clock) {
        this.policy = policy;
        this.addresses = addresses;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Known known(String scheme, String jwt) {
        var signed = parsed(jwt);
        var issuer = issuer(scheme, signed);
        var claims = verified(issuer, signed);
        IdentityRules.check(claims, issuer, clock.instant());
        var audience = claims.getAudience().getFirst();
        var grant =
                scheme.equals(NPM)
                        ? Audience.npm(audience, addresses.npm())
                        : Audience.grant(audience, addresses.registry(), json);
        var name = issuer.issuer() + "\n" + claims.getJWTID();
        var credential = "oidc:" + Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
        return new Known(actor(issuer, claims), credential, grant);
    }

    private Actor.Workload actor(Issuer issuer, JWTClaimsSet claims) {
        var names = Names.of(issuer.kind());
        var provider = issuer.kind().text();
        var actor = IdentityRules.claim(claims, names.actor());
        var user =
                issuer.original() || people.knows(issuer)
                        ? people.user(provider, actor)
                        : Optional.<UserId>empty();
        return new Actor.Workload(
                provider,
                IdentityRules.claim(claims, names.repository()),
                IdentityRules.claim(claims, names.owner()),
                IdentityRules.claim(claims, names.path()),
                IdentityRules.file(claims, names.workflow()),
                IdentityRules.optional(claims, "environment"),
                issuer.original(),
                user.orElse(null));
    }

    /// Only a hint which of the known issuers' keys to try; what they sign is checked again.
    private Issuer issuer(String scheme, SignedJWT signed) {
        try {
            var claimed = signed.getJWTClaimsSet().getIssuer();
            return policy.issuers().stream()
                    .filter(i -> ANYBODY.contains(scheme) || i.kind().scheme().equals(scheme))
                    .filter(i -> i.issuer().equals(claimed))
                    .findFirst()
                    .orElseThrow(() -> IdentityRules.refused("its issuer is not known here"));
        } catch (ParseException _) {
            throw IdentityRules.refused("its claims cannot be read");
        }
    }

    private JWTClaimsSet verified(Issuer issuer, SignedJWT signed) {
        try {
            return processors.computeIfAbsent(issuer, Identities::processor).process(signed, null);
        } catch (RemoteKeySourceException e) {
            LOG.atWarn().addKeyValue("issuer", issuer.issuer()).setCause(e).log("no keys");
            throw new Refused(new Refusal.Unavailable("source of the issuer's keys"));
        } catch (BadJOSEException | JOSEException _) {
            throw IdentityRules.refused("its signature is not good");
        }
    }

    private static SignedJWT parsed(String jwt) {
        if (jwt.length() > LONGEST) {
            throw IdentityRules.refused("it is too long");
        }
        try {
            var signed = SignedJWT.parse(jwt);
            IdentityRules.require(
                    signed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256),
                    "it is not signed with RS256");
            return signed;
        } catch (ParseException _) {
            throw IdentityRules.refused("it is not a signed token");
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(Issuer issuer) {
        try {
            var fetch = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEYS);
            var keys =
                    JWKSourceBuilder.create(issuer.keys().toURL(), fetch)
                            .cache(KEPT_MILLIS, WAIT_MILLIS)
                            .rateLimited(AT_MOST_EVERY_MILLIS)
                            .build();
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
            // every claim is checked by our own rules, all in one place
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            return processor;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address: " + issuer.keys(), e);
        }
    }

    /// What each kind of issuer calls the same things.
    private record Names(
            String repository, String owner, String path, String actor, String workflow) {
        static Names of(Issuer.Kind kind) {
            return switch (kind) {
                case GITHUB ->
                        new Names(
                                "repository_id",
                                "repository_owner_id",
                                "repository",
                                "actor_id",
                                "workflow_ref");
                case GITLAB ->
                        new Names(
                                "project_id",
                                "namespace_id",
                                "project_path",
                                "user_id",
                                "ci_config_ref_uri");
            };
        }
    }
}
