package varve.command.advisory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Caller;
import varve.contract.advisory.AdvisoryCommand.RecordAdvisory;
import varve.eventlog.Commands;

/// Reads advisories in OSV's form, one a file, from a folder and all below it, or from an archive.
public final class AdvisoryFiles {
    private static final int LARGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Commands commands;
    private final Consumer<String> said;
    private int read;

    /// @param said is told which files are no advisories of npm packages
    public AdvisoryFiles(Commands commands, Consumer<String> said) {
        this.commands = commands;
        this.said = said;
    }

    /// @return how many advisories of npm packages there were
    /// @throws IOException when the folder cannot be read
    public int read(Path folder) throws IOException {
        var request = UUID.randomUUID().toString();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".json") && Files.isRegularFile(file)) {
                    record(file, request);
                }
            }
        }
        return read;
    }

    /// Reads a zip archive of them.
    ///
    /// @return how many advisories of npm packages there were
    /// @throws IOException when it is no archive
    public int read(InputStream archive) throws IOException {
        var request = UUID.randomUUID().toString();
        var zip = new ZipInputStream(archive);
        boolean any = false;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            any = true;
            if (entry.getName().endsWith(".json")) {
                var bytes = zip.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    said.accept(entry.getName() + ": too large");
                } else {
                    record(entry.getName(), bytes, request);
                }
            }
        }
        if (!any) {
            throw new IOException("it is no zip archive");
        }
        return read;
    }

    private void record(Path file, String request) throws IOException {
        if (Files.size(file) > LARGEST) {
            said.accept(file + ": too large");
            return;
        }
        record(file.toString(), Files.readAllBytes(file), request);
    }

    private void record(String file, byte[] bytes, String request) {
        try {
            var advisory = JSON.readTree(bytes);
            var id = advisory.path("id").asString("");
            if (!id.matches("[A-Za-z0-9._:-]{1,100}")) {
                said.accept(file + ": no advisory in OSV's form");
                return;
            }
            boolean npm = false;
            for (var affected : advisory.path("affected")) {
                npm |= affected.path("package").path("ecosystem").asString("").equals("npm");
            }
            if (npm) {
                var command = new RecordAdvisory(id, JSON.writeValueAsString(advisory));
                commands.send(command, Caller.registry("advisories", request));
                read++;
            }
        } catch (JacksonException e) {
            said.accept(file + ": no JSON: " + e.getOriginalMessage());
        }
    }
}
