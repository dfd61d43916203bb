package varve.artifacts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// An npm tarball, opened by another program than the one that wrote it.
public record Unpacked(List<TarArchiveEntry> entries, Map<String, String> texts) {

    public static Unpacked of(byte[] tarball) {
        var entries = new ArrayList<TarArchiveEntry>();
        var texts = new LinkedHashMap<String, String>();
        try (var tar =
                new TarArchiveInputStream(
                        new GzipCompressorInputStream(new ByteArrayInputStream(tarball)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
                texts.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Unpacked(entries, texts);
    }

    public String text(String name) {
        var text = texts.get("package/" + name);
        if (text == null) {
            throw new AssertionError(name + " is not among " + texts.keySet());
        }
        return text;
    }
}
