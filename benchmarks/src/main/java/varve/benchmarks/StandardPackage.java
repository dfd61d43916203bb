package varve.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.Order;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// A package of Deno's standard library, and the upload that it makes.
record StandardPackage(String name, Path folder, Path tarball, Order order) {
    /// What `deno publish` would write out by the import map.
    private static final Pattern BARE = Pattern.compile("([\"'])@std/([a-z-]+)((?:/[^\"']*)?)\\1");

    private static final Set<String> KINDS = Set.of("ts", "mts", "js", "mjs", "json", "md");

    static List<StandardPackage> all(Path library, Path room) throws IOException {
        var json = new JsonMapper();
        var packages = new ArrayList<StandardPackage>();
        for (var member : json.readTree(library.resolve("deno.json")).path("workspace")) {
            var folder = library.resolve(member.asString()).normalize();
            var config = json.readTree(folder.resolve("deno.json"));
            var name = config.path("name").asString();
            var ref = VersionRef.of(name + "@" + config.path("version").asString());
            var order = new Order(ref, FilePath.of("/deno.json"), "http://localhost/" + name);
            var tarball = room.resolve(name.replace('/', '_') + ".tar.gz");
            Files.write(tarball, packed(folder));
            packages.add(new StandardPackage(name, folder, tarball, order));
        }
        return packages;
    }

    private static byte[] packed(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes));
                var files = Files.walk(folder)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (var file : files.filter(StandardPackage::isPublished).sorted().toList()) {
                put(tar, "./" + folder.relativize(file), Files.readString(file));
            }
            put(tar, "./LICENSE", Files.readString(folder.resolveSibling("LICENSE")));
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, String text)
            throws IOException {
        var content =
                BARE.matcher(text)
                        .replaceAll("$1jsr:@std/$2@^1$3$1")
                        .getBytes(StandardCharsets.UTF_8);
        var plain = name.endsWith(".json") ? text.getBytes(StandardCharsets.UTF_8) : content;
        var entry = new TarArchiveEntry(name);
        entry.setSize(plain.length);
        tar.putArchiveEntry(entry);
        tar.write(plain);
        tar.closeArchiveEntry();
    }

    private static boolean isPublished(Path file) {
        var path = file.toString();
        var isKind = KINDS.contains(path.substring(path.lastIndexOf('.') + 1));
        return Files.isRegularFile(file)
                && isKind
                && !path.contains("testdata")
                && !path.endsWith("_test.ts")
                && !path.endsWith("LICENSE.md");
    }
}
