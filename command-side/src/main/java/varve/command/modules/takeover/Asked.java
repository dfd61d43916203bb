package varve.command.modules.takeover;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.contract.Sha256;
import varve.contract.modules.BuildCommand.ImportBuild;
import varve.contract.modules.BuildId;
import varve.contract.modules.GitTag;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.Repository;
import varve.contract.modules.Shelved;
import varve.contract.modules.Subdir;

/// What a build of the other registry was asked to do.
///
/// @param since when it was asked
/// @param message what came of it there
record Asked(
        ModuleVersion version,
        BuildId build,
        Repository repository,
        GitTag tag,
        @Nullable Subdir subdir,
        Instant since,
        String message) {

    /// A build as MongoDB's export tells of it. It does not say the forge's number of the
    /// repository, which builds are not compared by.
    ///
    /// @throws Refused when something in it could never have been asked here
    static Asked of(JsonNode document) {
        var options = document.path("options");
        return new Asked(
                version(options.path("moduleName").asString(""), options.path("version")),
                BuildId.of(document.path("_id").path("$oid").asString("")),
                repository(options),
                GitTag.of(options.path("ref").asString("")),
                subdir(options.path("subdir").asString("")),
                Export.moment(document.path("created_at")),
                document.path("message").asString("Published module."));
    }

    /// What a version's own `meta.json` tells, for versions whose build nobody remembers.
    static Asked of(ModuleVersion version, JsonNode meta) {
        var options = meta.path("upload_options");
        return new Asked(
                version,
                BuildId.of(
                        Sha256.hex(version.text().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 24)),
                repository(options),
                GitTag.of(options.path("ref").asString("")),
                subdir(options.path("subdir").asString("")),
                Instant.parse(meta.path("uploaded_at").asString("")),
                "Published module.");
    }

    ImportBuild published(Shelved contents) {
        return ended(contents, message);
    }

    ImportBuild failed(String why) {
        return ended(null, why);
    }

    private ImportBuild ended(@Nullable Shelved contents, String text) {
        return new ImportBuild(version, build, repository, tag, subdir, since, contents, text);
    }

    private static ModuleVersion version(String module, JsonNode version) {
        return new ModuleVersion(ModuleName.of(module), version.asString(""));
    }

    private static Repository repository(JsonNode options) {
        return Repository.of(
                options.path("type").asString("github"),
                1,
                options.path("repository").asString(""));
    }

    private static @Nullable Subdir subdir(String text) {
        return text.isEmpty() ? null : Subdir.of(text);
    }
}
