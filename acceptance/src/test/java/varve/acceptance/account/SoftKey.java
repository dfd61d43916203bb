package varve.acceptance.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator with one passkey (ECDSA with P-256), and the browser before it: what they say
/// can be made wrong in every part.
final class SoftKey {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int HAS_KEY = 64;

    private final byte[] id = new byte[32];
    private final KeyPair pair;
    String origin;
    String site = "localhost";
    boolean verifies = true;
    boolean garbles = false;
    int counter = 1;
    byte[] owner = {};

    SoftKey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            pair = keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What `navigator.credentials.create` gives.
    Map<String, Object> made(String challenge) {
        var said = said("webauthn.create", challenge);
        var data = bytes(data(HAS_KEY), new byte[16], new byte[] {0, 32}, id, cose());
        var object =
                bytes(
                        hex("a363666d74646e6f6e656761747453746d74a0686175746844617461" + "59"),
                        ByteBuffer.allocate(2).putShort((short) data.length).array(),
                        data);
        return credential(
                Map.of("clientDataJSON", base64(said), "attestationObject", base64(object)));
    }

    /// What `navigator.credentials.get` gives.
    Map<String, Object> shown(String challenge) {
        var said = said("webauthn.get", challenge);
        var data = data(0);
        return credential(
                Map.of(
                        "clientDataJSON", base64(said),
                        "authenticatorData", base64(data),
                        "signature", base64(signed(bytes(data, sha256(said)))),
                        "userHandle", base64(owner)));
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id", base64(id),
                "rawId", base64(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of());
    }

    private byte[] said(String type, String challenge) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "type",
                        type,
                        "challenge",
                        challenge,
                        "origin",
                        origin,
                        "crossOrigin",
                        false));
    }

    private byte[] data(int more) {
        int flags = PRESENT | (verifies ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .array();
    }

    /// The public key as RFC 9053 has it.
    private byte[] cose() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return bytes(
                hex("a501020326200121" + "5820"),
                wide(point.getAffineX().toByteArray()),
                hex("225820"),
                wide(point.getAffineY().toByteArray()));
    }

    private byte[] signed(byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(garbles ? new byte[] {7} : bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] wide(byte[] number) {
        int from = Math.max(0, number.length - 32);
        var wide = new byte[32];
        int length = number.length - from;
        System.arraycopy(number, from, wide, 32 - length, length);
        return wide;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
