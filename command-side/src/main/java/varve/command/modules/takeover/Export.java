package varve.command.modules.takeover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder with what `mongoexport` wrote, a document a line, and a copy of the bucket:
///
/// | name | what |
/// |---|---|
/// | `modules.json` | collection `modules` |
/// | `builds.json` | collection `builds`; may be missing |
/// | `owner_quotas.json` | collection `owner_quotas`; may be missing |
/// | `badwords.txt` | from the moderation bucket; may be missing |
/// | `bucket/` | the storage bucket, as `aws s3 sync` copies it |
record Export(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    /// What is done with each document.
    interface Reader {
        void read(JsonNode document);
    }

    /// @throws IOException when there is no such file, or a line of it is no document
    void each(String collection, Reader reader) throws IOException {
        var file = folder.resolve(collection + ".json");
        long number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.read(JSON.readTree(line));
                }
            }
        } catch (JacksonException e) {
            throw new IOException(file + ": line " + number + " is not a document", e);
        }
    }

    boolean has(String collection) {
        return Files.exists(folder.resolve(collection + ".json"));
    }

    /// Lines that hold a word; an empty one never forbade what it seemed to.
    List<String> words() throws IOException {
        var file = folder.resolve("badwords.txt");
        if (Files.notExists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    Path bucket() {
        return folder.resolve("bucket");
    }

    /// A number in any of MongoDB's ways to write one.
    static long number(JsonNode value) {
        for (var kind : List.of("$numberLong", "$numberInt", "$numberDouble")) {
            if (value.has(kind)) {
                return (long) Double.parseDouble(value.path(kind).asString("0"));
            }
        }
        return value.asLong(0);
    }

    /// A moment in any of MongoDB's ways to write one.
    static Instant moment(JsonNode value) {
        var date = value.path("$date");
        if (date.isString()) {
            return OffsetDateTime.parse(
                            date.asString().replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        }
        return Instant.ofEpochMilli(number(date));
    }
}
