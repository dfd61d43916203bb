package varve.projections.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.blobs.LogTiles;
import varve.blobs.MemoryBlobs;
import varve.contract.transparency.Checkpoint;
import varve.contract.transparency.LogKey;
import varve.contract.transparency.LogVerifier;
import varve.contract.transparency.Proofs;
import varve.testkit.Referee;

class TreeTest {
    /// Roots of 1 to 8 leaves that Certificate Transparency's programs are tested with.
    private static final List<String> KNOWN_ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final List<String> KNOWN_LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final TileShelf shelf = new TileShelf(blobs);
    private final LogTiles tiles = new LogTiles(blobs);

    @Test
    void roots_are_those_that_other_programs_find() {
        var edge = new Edge();
        var roots = new ArrayList<String>();
        for (var leaf : KNOWN_LEAVES) {
            edge.append(HexFormat.of().parseHex(leaf));
            roots.add(HexFormat.of().formatHex(edge.root()));
        }
        assertThat(roots).isEqualTo(KNOWN_ROOTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 255, 256, 257, 511, 512, 600, 65_535, 65_536, 65_537, 66_000})
    void every_proof_from_the_tiles_convinces_the_referee(int size) {
        var edge = grown(size);
        var hashes = IntStream.range(0, size).mapToObj(i -> Referee.leaf(leaf(i))).toList();
        var root = Referee.root(hashes);
        assertThat(edge.root()).isEqualTo(root);
        assertThat(Edge.of(tiles, size).root()).isEqualTo(root);
        var proofs = new Proofs(tiles);
        for (int i : IntStream.of(0, 1, size / 3, size / 2, size - 2, size - 1).toArray()) {
            if (i >= 0 && i < size) {
                assertThat(tiles.leaf(i)).isEqualTo(leaf(i));
                assertThat(
                                Referee.includes(
                                        hashes.get(i), i, size, proofs.inclusion(i, size), root))
                        .as("leaf %d of %d", i, size)
                        .isTrue();
                long first = i + 1L;
                assertThat(
                                Referee.agree(
                                        first,
                                        proofs.root(first),
                                        size,
                                        root,
                                        proofs.consistency(first, size)))
                        .as("%d and %d", first, size)
                        .isTrue();
            }
        }
    }

    @Test
    void what_was_signed_is_laid_again_only_if_it_is_the_same() {
        grown(300);
        shelf.mend(grownAway(300, -1));
        assertThatThrownBy(() -> shelf.mend(grownAway(300, 17)))
                .isInstanceOf(ForkedLog.class)
                .hasMessageContaining("tile/");
    }

    @Test
    void a_statement_is_believed_only_with_its_signature() {
        var key = LogKey.of(LogKey.generate().pem());
        var verifier = LogVerifier.parse(key.verifier("varve.example/log").text());
        var told = Checkpoint.of("varve.example/log", 3, Referee.root(List.of()));
        var note = key.sign(told);
        assertThat(verifier.checked(note)).isEqualTo(told);
        assertThatThrownBy(() -> verifier.checked(note.replace("\n3\n", "\n4\n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> verifier.checked(LogKey.generate().sign(told)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Edge grown(int size) {
        var edge = grownAway(size, -1);
        shelf.lay(edge);
        return edge;
    }

    /// @param other index of a leaf that is another one
    private static Edge grownAway(int size, int other) {
        var edge = new Edge();
        for (int i = 0; i < size; i++) {
            edge.append(leaf(i == other ? -1 : i));
        }
        return edge;
    }

    private static byte[] leaf(int i) {
        return ("fact " + i).getBytes(StandardCharsets.UTF_8);
    }
}
