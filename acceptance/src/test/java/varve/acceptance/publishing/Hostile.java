package varve.acceptance.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Uploads that nobody means well with. The same seed gives the same upload.
final class Hostile {
    private final Bench bench;
    private final List<Function<Random, byte[]>> kinds;

    Hostile(Bench bench) {
        this.bench = bench;
        this.kinds =
                List.of(
                        this::cutOff,
                        this::flipped,
                        this::flippedInside,
                        this::bomb,
                        random -> source("(".repeat(5_000 + random.nextInt(20_000))),
                        random -> source(nested(random, "[", "]")),
                        random -> source("export const a = " + nested(random, "(", ")") + ";"),
                        random -> source(nested(random, "{", "}")),
                        random -> source("export type T = " + nested(random, "A<", ">") + ";"),
                        random ->
                                source(
                                        "export const a = "
                                                + "1+".repeat(random.nextInt(30_000))
                                                + "1;"),
                        random ->
                                source(
                                        "export const a = "
                                                + "x?1:".repeat(random.nextInt(10_000))
                                                + "1;"),
                        random -> source("`${".repeat(random.nextInt(5_000))),
                        random ->
                                source(
                                        "export const "
                                                + "a".repeat(1 << random.nextInt(24))
                                                + " = 1;"),
                        random ->
                                source(
                                        "export const s = \""
                                                + "é".repeat(1 << random.nextInt(22))
                                                + "\";"),
                        random -> source("/** {".repeat(random.nextInt(50_000))),
                        random -> source("import \"./mod.ts\";".repeat(random.nextInt(20_000))),
                        random ->
                                source(
                                        "import \"data:text/javascript,"
                                                + "(".repeat(random.nextInt(20_000))
                                                + "\";"),
                        random -> source(noise(random)),
                        this::link,
                        this::sparse,
                        this::promise,
                        this::longName,
                        this::sameByCase,
                        this::sameByUnicode,
                        this::deepFolders,
                        this::manyEntries,
                        this::config);
    }

    /// @return how many kinds there are; number them to be sure of each
    int kinds() {
        return kinds.size();
    }

    byte[] upload(int number) {
        var random = new Random(number * 31L + 7);
        return kinds.get(number % kinds.size()).apply(random);
    }

    private byte[] cutOff(Random random) {
        var whole = bench.fleet(20);
        return Arrays.copyOf(whole, random.nextInt(whole.length));
    }

    private byte[] flipped(Random random) {
        var whole = bench.fleet(20);
        for (int i = 0; i <= random.nextInt(8); i++) {
            whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return whole;
    }

    /// Under a checksum that is right.
    private byte[] flippedInside(Random random) {
        var tar =
                new RawTar().file("./deno.json", config()).file("./mod.ts", "export {};\n").plain();
        for (int i = 0; i <= random.nextInt(4); i++) {
            tar[random.nextInt(tar.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return RawTar.gzip(tar);
    }

    private byte[] bomb(Random random) {
        var tar = new RawTar().file("./deno.json", config());
        var zeros = new byte[(1 + random.nextInt(18)) << 20];
        for (int i = 0; i < 8; i++) {
            tar.file("./" + i + ".bin", zeros);
        }
        return tar.gzip();
    }

    private byte[] link(Random random) {
        var targets = List.of("/etc/passwd", "../../secret", "mod.ts", "deno.json");
        var type = random.nextBoolean() ? '1' : '2';
        return with(tar ->
                tar.entry(
                        "./a.ts", type, targets.get(random.nextInt(targets.size())), new byte[0]));
    }

    private byte[] sparse(Random random) {
        return with(tar ->
                tar.entry(
                        "./a.ts",
                        random.nextBoolean() ? 'S' : 'x',
                        "",
                        noise(random).getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] promise(Random random) {
        return with(tar -> tar.promise("./a.ts", random.nextLong(1L << 33)));
    }

    private byte[] longName(Random random) {
        return with(tar -> tar.file("./" + "a".repeat(90 + random.nextInt(5_000)) + ".ts", ""));
    }

    private byte[] sameByCase(Random random) {
        var name = random.nextBoolean() ? "./MOD.ts" : "./Deno.json";
        return with(tar -> tar.file(name, "export {};"));
    }

    private byte[] sameByUnicode(Random random) {
        return with(tar ->
                tar.file("./caf\u00e9.ts", "").file("./cafe\u0301.ts", "" + random.nextInt()));
    }

    private byte[] deepFolders(Random random) {
        return with(tar -> tar.file("./" + "a/".repeat(random.nextInt(3_000)) + "b.ts", ""));
    }

    private byte[] manyEntries(Random random) {
        int many = random.nextInt(60_000);
        return with(tar -> {
            for (int i = 0; i < many; i++) {
                tar.entry("./d" + i + "/", '5', "", new byte[0]);
            }
            return tar;
        });
    }

    private byte[] config(Random random) {
        var texts =
                List.of(
                        "[".repeat(100_000),
                        "{\"name\":".repeat(5_000),
                        "{\"name\":\"" + "a".repeat(1 << 20) + "\"}",
                        "{\"name\":1e999999999}",
                        "{\"name\":\"%s\",\"exports\":{\"__proto__\":\"./mod.ts\"}}"
                                .formatted(bench.pkg()),
                        "\u0000");
        return new RawTar()
                .file("./deno.json", texts.get(random.nextInt(texts.size())))
                .file("./mod.ts", "export {};")
                .gzip();
    }

    private byte[] with(Function<RawTar, RawTar> more) {
        var tar = new RawTar().file("./deno.json", config()).file("./mod.ts", "export {};\n");
        return more.apply(tar).gzip();
    }

    private byte[] source(String mod) {
        return new RawTar().file("./deno.json", config()).file("./mod.ts", mod).gzip();
    }

    private String config() {
        return "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}"
                .formatted(bench.pkg());
    }

    private static String nested(Random random, String open, String close) {
        int depth = random.nextInt(20_000);
        return open.repeat(depth) + "1" + close.repeat(depth);
    }

    private static String noise(Random random) {
        var pieces =
                List.of(
                        "export ", "import ", "{", "}", "(", ")", "\"", "`", "${", "=>", "async ",
                        "class ", "\u2028", "😀", "\\u{", "/*", "*/", "//", "\n", "@", "<", ">",
                        "type ", "=", ";", "0x", "1n");
        var text = new StringBuilder();
        for (int i = random.nextInt(2_000); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
