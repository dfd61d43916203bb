package varve.acceptance.publishing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// One row of the table of uploads: what is sent, and what comes of it.
///
/// @param code of the task's error, empty for a success
/// @param message a part of it
record Fixture(
        String name,
        String config,
        Map<String, byte[]> files,
        Consumer<RawTar> more,
        String code,
        String message) {
    private static final String CONFIG =
            "{\"name\": \"%PKG%\", \"exports\": \"./mod.ts\", \"license\": \"MIT\"}";

    /// A sound package of one module.
    static Fixture of(String name, String mod) {
        return new Fixture(name, "/deno.json", Map.of(), _ -> {}, "", "")
                .file("deno.json", CONFIG)
                .file("mod.ts", mod);
    }

    static Fixture of(String name) {
        return of(name, "export const hello = \"Hello, world!\";\n");
    }

    /// @param text with `%PKG%` for the package's name and `%SCOPE%` for its scope
    Fixture file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Fixture file(String path, byte[] content) {
        var all = new LinkedHashMap<>(files);
        all.put(path, content);
        return new Fixture(name, config, all, more, code, message);
    }

    Fixture without(String path) {
        var all = new LinkedHashMap<>(files);
        all.remove(path);
        return new Fixture(name, config, all, more, code, message);
    }

    Fixture deno(String text) {
        return file("deno.json", text);
    }

    Fixture config(String path) {
        return new Fixture(name, path, files, more, code, message);
    }

    /// Entries that are no plain files.
    Fixture entries(Consumer<RawTar> entries) {
        return new Fixture(name, config, files, entries, code, message);
    }

    Fixture fails(String expected, String said) {
        return new Fixture(name, config, files, more, expected, said);
    }

    Fixture fails(String expected) {
        return fails(expected, "");
    }

    byte[] tarball(String pkg) {
        var tar = new RawTar();
        files.forEach((path, content) -> tar.file("./" + path, filled(content, pkg)));
        more.accept(tar);
        return tar.gzip();
    }

    private static byte[] filled(byte[] content, String pkg) {
        if (content.length > 10_000) {
            return content;
        }
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var scope = pkg.substring(1, pkg.indexOf('/'));
        return text.replace("%PKG%", pkg)
                .replace("%SCOPE%", scope)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return name + " → " + (code.isEmpty() ? "success" : code);
    }
}
