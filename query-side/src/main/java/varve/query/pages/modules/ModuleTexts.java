package varve.query.pages.modules;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.modules.ModuleVersion;
import varve.query.pages.source.FileText;

/// The files of modules, as pages show them.
@Component
class ModuleTexts {
    private final Blobs blobs;

    ModuleTexts(Blobs blobs) {
        this.blobs = blobs;
    }

    /// @param version one that is published
    /// @param path with a slash in front
    Optional<ModuleFileView> at(String module, String version, String path) {
        var file = Paths.landFile(ModuleVersion.of(module + "@" + version), path);
        return blobs.get(file)
                .map(found -> {
                    try (var blob = found) {
                        var text =
                                blob.size() > FileText.LARGEST
                                        ? new FileText.TooLarge()
                                        : FileText.of(blob.content().readAllBytes());
                        return new ModuleFileView(module, version, path, text, blob.size());
                    } catch (IOException e) {
                        throw new ShelfTrouble("reading " + path, e);
                    }
                });
    }
}
