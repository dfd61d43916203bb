package varve.artifacts.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static varve.artifacts.Fault.CASE_INSENSITIVE_DUPLICATE_PATH;
import static varve.artifacts.Fault.FILE_TOO_LARGE;
import static varve.artifacts.Fault.INVALID_ENTRY_TYPE;
import static varve.artifacts.Fault.INVALID_GIT_PATH;
import static varve.artifacts.Fault.INVALID_PATH;
import static varve.artifacts.Fault.INVALID_TARBALL;
import static varve.artifacts.Fault.LINK_IN_TARBALL;
import static varve.artifacts.Fault.PACKAGE_TOO_LARGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.Tar;

class HostileArchiveTest {
    private static final Limits SMALL = new Limits(4000, 2000, 5, 300, 400);

    static Stream<Arguments> hostile() {
        var good = new Tar().file("./mod.ts", "export {};");
        var gzip = new Tar().file("./mod.ts", "export {};").gzip();
        return Stream.of(
                arguments("not gzip", INVALID_TARBALL, good.unfinished()),
                arguments("nothing", INVALID_TARBALL, new byte[0]),
                arguments("cut off", INVALID_TARBALL, Arrays.copyOf(gzip, gzip.length - 9)),
                arguments(
                        "cut off in the trailer",
                        INVALID_TARBALL,
                        Arrays.copyOf(gzip, gzip.length - 3)),
                arguments("trailing data", INVALID_TARBALL, Arrays.copyOf(gzip, gzip.length + 1)),
                arguments("two members", INVALID_TARBALL, twice(gzip)),
                arguments("wrong check sum", INVALID_TARBALL, flipped(gzip, gzip.length - 6)),
                arguments("damaged data", INVALID_TARBALL, flipped(gzip, 14)),
                arguments("no end", INVALID_TARBALL, Tar.gzip(good.unfinished())),
                arguments(
                        "half an end",
                        INVALID_TARBALL,
                        Tar.gzip(Arrays.copyOf(good.unfinished(), 1536))),
                arguments("data after the end", INVALID_TARBALL, Tar.gzip(afterEnd())),
                arguments(
                        "promises more",
                        INVALID_TARBALL,
                        new Tar().header("a", '0', 2000).bytes(new byte[3]).gzip()),
                arguments(
                        "symbolic link",
                        LINK_IN_TARBALL,
                        new Tar().entry("a", '2', new byte[0]).gzip()),
                arguments(
                        "hard link",
                        LINK_IN_TARBALL,
                        new Tar().entry("a", '1', new byte[0]).gzip()),
                arguments(
                        "link in pax",
                        LINK_IN_TARBALL,
                        new Tar().pax("linkpath", "/etc").file("a", "").gzip()),
                arguments(
                        "device",
                        INVALID_ENTRY_TYPE,
                        new Tar().entry("a", '3', new byte[0]).gzip()),
                arguments(
                        "fifo", INVALID_ENTRY_TYPE, new Tar().entry("a", '6', new byte[0]).gzip()),
                arguments(
                        "sparse",
                        INVALID_ENTRY_TYPE,
                        new Tar().pax("GNU.sparse.major", "1").file("a", "").gzip()),
                arguments("traversal", INVALID_PATH, new Tar().file("../a", "").gzip()),
                arguments("hidden traversal", INVALID_PATH, new Tar().file("a/../../b", "").gzip()),
                arguments("absolute", INVALID_PATH, new Tar().file("/etc/passwd", "").gzip()),
                arguments("backslash", INVALID_PATH, new Tar().file("a\\b", "").gzip()),
                arguments("space", INVALID_PATH, new Tar().file("a b", "").gzip()),
                arguments("device name", INVALID_PATH, new Tar().file("aux.foo.ts", "").gzip()),
                arguments("reserved folder", INVALID_PATH, new Tar().file("_Dist/a.ts", "").gzip()),
                arguments(
                        "too long",
                        INVALID_PATH,
                        new Tar().pax("path", "a/".repeat(80) + "b").file("a", "").gzip()),
                arguments("git", INVALID_GIT_PATH, new Tar().file("./.git/config", "").gzip()),
                arguments(
                        "same path",
                        CASE_INSENSITIVE_DUPLICATE_PATH,
                        new Tar().file("a", "").file("./a", "").gzip()),
                arguments(
                        "same but for case",
                        CASE_INSENSITIVE_DUPLICATE_PATH,
                        new Tar().file("A.ts", "").file("a.ts", "").gzip()),
                arguments(
                        "file as folder",
                        INVALID_PATH,
                        new Tar().file("a", "").file("A/b", "").gzip()),
                arguments(
                        "folder as file",
                        INVALID_PATH,
                        new Tar().file("a/b", "").file("a", "").gzip()),
                arguments(
                        "two sizes",
                        INVALID_TARBALL,
                        new Tar().pax("size", "0").file("a", "1234").gzip()),
                arguments(
                        "binary size",
                        INVALID_TARBALL,
                        new Tar()
                                .header(
                                        "a",
                                        '0',
                                        new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})
                                .gzip()),
                arguments(
                        "global path",
                        INVALID_TARBALL,
                        new Tar().entry("g", 'g', Tar.record("path", "b")).file("a", "").gzip()),
                arguments(
                        "two pax headers",
                        INVALID_TARBALL,
                        new Tar().pax("path", "b").pax("path", "c").file("a", "").gzip()),
                arguments(
                        "malformed pax",
                        INVALID_TARBALL,
                        new Tar()
                                .entry("x", 'x', "99 path=a\n".getBytes(StandardCharsets.UTF_8))
                                .gzip()),
                arguments(
                        "large pax",
                        INVALID_TARBALL,
                        new Tar().pax("comment", "x".repeat(400)).file("a", "").gzip()),
                arguments(
                        "two names",
                        INVALID_TARBALL,
                        new Tar()
                                .pax("path", "b")
                                .entry("l", 'L', "c".getBytes(StandardCharsets.UTF_8))
                                .file("a", "")
                                .gzip()),
                arguments(
                        "name not UTF-8",
                        INVALID_TARBALL,
                        new Tar().entry("l", 'L', new byte[] {(byte) 0xff}).file("a", "").gzip()),
                arguments(
                        "file too large",
                        FILE_TOO_LARGE,
                        new Tar().entry("a", '0', new byte[2001]).gzip()),
                arguments(
                        "package too large",
                        PACKAGE_TOO_LARGE,
                        new Tar()
                                .entry("a", '0', new byte[1999])
                                .entry("b", '0', new byte[1999])
                                .entry("c", '0', new byte[10])
                                .gzip()),
                arguments(
                        "too many entries",
                        PACKAGE_TOO_LARGE,
                        new Tar()
                                .file("a", "")
                                .file("b", "")
                                .file("c", "")
                                .file("d", "")
                                .file("e", "")
                                .file("f", "")
                                .gzip()),
                arguments("bomb of zeros", PACKAGE_TOO_LARGE, Tar.gzip(new byte[3 << 20])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refuses(String name, Fault fault, byte[] packed) {
        var refused = catchThrowableOfType(Faulted.class, () -> read(packed));

        assertThat(refused).as(name).isNotNull();
        assertThat(refused.fault()).as(refused.getMessage()).isEqualTo(fault);
    }

    @Test
    void damage_of_any_kind_is_a_verdict_and_never_an_accident() throws IOException {
        var whole =
                new Tar()
                        .pax("path", "src/mod.ts")
                        .file("mod.ts", "export {};")
                        .entry("long", 'L', "a/b.ts".getBytes(StandardCharsets.UTF_8))
                        .file("b", "export {};")
                        .unfinished();
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            var damaged = Arrays.copyOf(whole, whole.length + 1024 - (i % 3) * 512);
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            repairCheckSums(damaged);
            try {
                read(Tar.gzip(damaged));
            } catch (Faulted faulted) {
                assertThat(faulted.fault()).isNotNull();
            }
        }
    }

    /// So that damage gets past the first gate.
    private static void repairCheckSums(byte[] tar) {
        for (int block = 0; block + 512 <= tar.length; block += 512) {
            if (tar[block + 257] != 'u') {
                continue;
            }
            Arrays.fill(tar, block + 148, block + 156, (byte) ' ');
            int sum = 0;
            for (int i = block; i < block + 512; i++) {
                sum += tar[i] & 0xff;
            }
            var digits = String.format("%06o\0", sum).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, tar, block + 148, digits.length);
        }
    }

    private static Upload read(byte[] packed) throws IOException {
        return Archive.read(new ByteArrayInputStream(packed), SMALL);
    }

    private static byte[] afterEnd() {
        return new Tar().file("a", "").bytes(new byte[1024]).file("b", "").unfinished();
    }

    private static byte[] twice(byte[] bytes) {
        var both = Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return both;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var copy = bytes.clone();
        copy[at] ^= 0x55;
        return copy;
    }
}
