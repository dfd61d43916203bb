package varve.command.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Web Authentication (W3C, level 2) as seen from the registry: what authenticators sign is read
/// and checked by webauthn4j. Passkeys belong to the host of the registry's public address and are
/// taken from its pages only; whoever holds one has shown themselves to the authenticator. Which
/// make an authenticator is of is not asked.
@Component
class RelyingParty {
    private static final int LONGEST = 16_384;

    /// Ed25519, ECDSA with P-256, RSA; the ones that authenticators have.
    static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

    private static final List<PublicKeyCredentialParameters> PARAMETERS =
            ALGORITHMS.stream()
                    .map(COSEAlgorithmIdentifier::create)
                    .map(one ->
                            new PublicKeyCredentialParameters(
                                    PublicKeyCredentialType.PUBLIC_KEY, one))
                    .toList();

    /// @param publicKey with what else is signed when a passkey is made
    @SuppressWarnings("ArrayRecordComponent")
    record Made(byte[] credentialId, byte[] publicKey, long counter, boolean backupEligible) {}

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys =
            new AttestedCredentialDataConverter(converter);
    private final Origin origin;
    private final String id;

    RelyingParty(PublicAddresses addresses) {
        var registry = addresses.registry();
        this.origin = Origin.create(registry.getScheme() + "://" + registry.getAuthority());
        this.id = registry.getHost();
    }

    String id() {
        return id;
    }

    /// A new passkey.
    ///
    /// @param credential JSON of the browser's `PublicKeyCredential`
    /// @throws Refused when it is not one that was made here, now
    Made made(String credential, byte[] challenge) {
        var told = read(credential, () -> manager.parseRegistrationResponseJSON(credential));
        var wanted = new RegistrationParameters(server(challenge), PARAMETERS, true, true);
        checked(() -> manager.verify(told, wanted));
        var signed = Objects.requireNonNull(told.getAttestationObject()).getAuthenticatorData();
        var key = Objects.requireNonNull(signed.getAttestedCredentialData());
        return new Made(
                key.getCredentialId(), keys.convert(key), signed.getSignCount(), signed.isFlagBE());
    }

    /// What an authenticator has signed, unchecked: it says whose key is to check it.
    AuthenticationData read(String credential) {
        return read(credential, () -> manager.parseAuthenticationResponseJSON(credential));
    }

    /// @return the new value of the counter
    /// @throws Refused when the passkey has not signed this
    long check(AuthenticationData told, Made passkey, byte[] challenge) {
        var known =
                new CredentialRecordImpl(
                        null,
                        true,
                        passkey.backupEligible(),
                        null,
                        passkey.counter(),
                        keys.convert(passkey.publicKey()),
                        null,
                        null,
                        null,
                        null);
        var wanted = new AuthenticationParameters(server(challenge), known, null, true, true);
        checked(() -> manager.verify(told, wanted));
        return Objects.requireNonNull(told.getAuthenticatorData()).getSignCount();
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(id)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /// What is no credential at all makes the library stumble in many ways.
    private static <T> T read(String credential, Supplier<T> reading) {
        if (credential.length() > LONGEST) {
            throw wrong("it is too long");
        }
        try {
            return reading.get();
        } catch (RuntimeException _) {
            throw wrong("it cannot be read");
        }
    }

    private static void checked(Runnable checking) {
        try {
            checking.run();
        } catch (WebAuthnException e) {
            throw wrong(
                    switch (e) {
                        case BadOriginException _ -> "it was shown on another site's page";
                        case BadRpIdException _ -> "it belongs to another site";
                        case BadChallengeException _ -> "it answers another challenge";
                        case UserNotVerifiedException _ ->
                                "the authenticator did not check who holds it";
                        case MaliciousCounterValueException _ ->
                                "its counter went back, so there may be a copy of it";
                        case BadSignatureException _ -> "its signature is not good";
                        default -> "what it signed does not fit";
                    });
        }
    }

    static Refused wrong(String why) {
        return new Refused(new Refusal.OfPeople.WrongPasskey(why));
    }
}
