package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import varve.testkit.Referee;

/// Somebody outside who trusts the registry's key and nothing else that it says: everything is
/// computed from the checkpoint and the tiles, with code of its own.
public record Auditor(URI registry) {
    private static final int WIDTH = 256;
    private static final int HASH = 32;
    private static final Duration MERGED_WITHIN = Duration.ofSeconds(5);

    /// A checkpoint whose signature was good.
    public record Tree(String origin, int size, byte[] root) {}

    public Tree tree() {
        var note = Web.get(registry.resolve("/log/checkpoint")).is(200).text();
        var lines = note.split("\n", -1);
        assertThat(lines[3]).isEmpty();
        var key = Web.get(registry.resolve("/log/key")).is(200).text().strip().split("\\+", 3);
        assertThat(key[0]).isEqualTo(lines[0]);
        var signature = lines[4].split(" ");
        assertThat(signature[0] + " " + signature[1]).isEqualTo("\u2014 " + key[0]);
        var signed = Base64.getDecoder().decode(signature[2]);
        assertThat(HexFormat.of().formatHex(signed, 0, 4)).isEqualTo(key[1]);
        var text = String.join("\n", lines[0], lines[1], lines[2]) + "\n";
        assertThat(isSigned(text, Base64.getDecoder().decode(key[2]), signed)).isTrue();
        return new Tree(lines[0], Integer.parseInt(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    /// The tree once it holds this many leaves.
    public Tree treeOf(long size) {
        eventually(
                MERGED_WITHIN, () -> assertThat(tree().size()).isGreaterThanOrEqualTo((int) size));
        return tree();
    }

    private static boolean isSigned(String text, byte[] typedKey, byte[] signed) {
        try {
            var x509 =
                    ByteBuffer.allocate(44)
                            .put(HexFormat.of().parseHex("302a300506032b6570032100"))
                            .put(typedKey, 1, HASH)
                            .array();
            var check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signed, 4, signed.length - 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Hashes of one level of tiles, as they are for a tree of this size.
    public List<byte[]> hashes(int level, int size) {
        var hashes = new ArrayList<byte[]>();
        int count = size >> (8 * level);
        for (int from = 0; from < count; from += WIDTH) {
            var tile = tile(Integer.toString(level), from / WIDTH, Math.min(WIDTH, count - from));
            for (int at = 0; at < tile.length; at += HASH) {
                hashes.add(Arrays.copyOfRange(tile, at, at + HASH));
            }
        }
        assertThat(hashes).hasSize(count);
        return hashes;
    }

    /// What the leaves say.
    public List<String> leaves(int size) {
        var leaves = new ArrayList<String>();
        for (int from = 0; from < size; from += WIDTH) {
            var bundle =
                    ByteBuffer.wrap(tile("entries", from / WIDTH, Math.min(WIDTH, size - from)));
            while (bundle.hasRemaining()) {
                var leaf = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(leaf);
                leaves.add(new String(leaf, StandardCharsets.UTF_8));
            }
        }
        assertThat(leaves).hasSize(size);
        return leaves;
    }

    private byte[] tile(String level, int number, int width) {
        assertThat(number).isLessThan(1000);
        var partial = width == WIDTH ? "" : ".p/" + width;
        var address = "/log/tile/%s/%03d%s".formatted(level, number, partial);
        var answer = Web.get(registry.resolve(address)).is(200);
        assertThat(answer.header("Cache-Control").orElse("")).contains("immutable");
        return answer.bytes();
    }

    /// Proof that a leaf is in the tree (RFC 9162 §2.1.3.1), from the bottom up.
    public static List<byte[]> inclusion(int index, List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        var left = hashes.subList(0, k);
        var right = hashes.subList(k, hashes.size());
        var proof = index < k ? inclusion(index, left) : inclusion(index - k, right);
        proof.add(Referee.root(index < k ? right : left));
        return proof;
    }

    /// Proof that a tree begins with a smaller one (RFC 9162 §2.1.4.1).
    public static List<byte[]> consistency(int smaller, List<byte[]> hashes) {
        return smaller == hashes.size() ? List.of() : subproof(smaller, hashes, true);
    }

    private static List<byte[]> subproof(int smaller, List<byte[]> hashes, boolean known) {
        if (smaller == hashes.size()) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(Referee.root(hashes)));
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        var left = hashes.subList(0, k);
        var right = hashes.subList(k, hashes.size());
        boolean within = smaller <= k;
        var proof = within ? subproof(smaller, left, known) : subproof(smaller - k, right, false);
        proof.add(Referee.root(within ? right : left));
        return proof;
    }
}
