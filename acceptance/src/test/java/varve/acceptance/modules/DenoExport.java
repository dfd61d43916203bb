package varve.acceptance.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;

/// An installation of deno_registry2, as MongoDB's export and a copy of its bucket leave it.
record DenoExport(Path folder) {
    private static final String META =
            """
            {"uploaded_at":"2020-07-01T10:00:00.000Z","directory_listing":[\
            {"path":"","size":%1$d,"type":"dir"},\
            {"path":"/fixtures","size":4,"type":"dir"},\
            {"path":"/fixtures/%%","size":4,"type":"file"},\
            {"path":"/mod.ts","size":%2$d,"type":"file"}],\
            "upload_options":{"type":"github","repository":"luca-rand/%3$s","ref":"%4$s"}}\
            """;

    /// A module of so many days ago.
    DenoExport module(String name, long repository, Instant since, boolean unlisted) {
        return line(
                "modules",
                """
                {"_id":"%s","type":"github","repo_id":{"$numberLong":"%d"},"owner":"luca-rand",\
                "repo":"%s","description":"Move along, just for testing","star_count":2,\
                "is_unlisted":%s,"created_at":{"$date":"%s"}}\
                """
                        .formatted(name, repository, name, unlisted, since));
    }

    /// @param id 24 hexadecimal digits
    DenoExport build(String id, String module, String version, String status, String message) {
        return line(
                "builds",
                """
                {"_id":{"$oid":"%s"},"created_at":{"$date":{"$numberLong":"1593597600123"}},\
                "options":{"moduleName":"%s","type":"github","repository":"luca-rand/%s",\
                "ref":"v%s","version":"%s"},"status":"%s","message":"%s"}\
                """
                        .formatted(id, module, module, version, version, status, message));
    }

    DenoExport quota(String login, String members) {
        return line(
                "owner_quotas", "{\"_id\":\"" + login + "\",\"type\":\"github\"," + members + "}");
    }

    DenoExport words(String lines) {
        return file("badwords.txt", lines);
    }

    /// @param versions the newest first
    DenoExport versions(String module, String... versions) {
        var list = Arrays.stream(versions).map(v -> '"' + v + '"').toList();
        file(
                "bucket/" + module + "/meta/versions.json",
                "{\"latest\":" + list.getFirst() + ",\"versions\":" + list + "}");
        for (var version : versions) {
            var text = "export const version = \"" + version + "\";\n";
            var root = "bucket/" + module + "/versions/" + version;
            file(root + "/raw/mod.ts", text);
            file(root + "/raw/fixtures/%", "odd\n");
            file(
                    root + "/meta/meta.json",
                    META.formatted(text.length() + 4, text.length(), module, "v" + version));
        }
        return this;
    }

    DenoExport file(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bucket(String path) {
        try {
            return Files.readString(folder.resolve("bucket").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes it over, as `varve import-modules` does on a registry that runs.
    Said into(Land land) {
        return land.staff(
                "POST", "/api/admin/maintenance", "import-modules\n" + folder, "text/plain");
    }

    private DenoExport line(String collection, String document) {
        try {
            Files.writeString(
                    folder.resolve(collection + ".json"),
                    document + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
