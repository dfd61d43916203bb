package varve.artifacts.upload;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.artifacts.StoredFile;
import varve.contract.publishing.FilePath;

/// The files of an upload in their order.
public final class Upload {
    private static final List<String> README_EXTENSIONS = List.of("md", "txt", "markdown");

    private final Map<FilePath, StoredFile> files;
    private final Map<String, FilePath> folded;

    /// @param folded every path under its lower-case text
    Upload(Map<FilePath, StoredFile> files, Map<String, FilePath> folded) {
        this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        this.folded = Map.copyOf(folded);
    }

    public Collection<StoredFile> files() {
        return files.values();
    }

    public Optional<StoredFile> file(FilePath path) {
        return Optional.ofNullable(files.get(path));
    }

    /// The file at a path that may not even be a valid one.
    public Optional<StoredFile> file(String path) {
        return Optional.ofNullable(folded.get(path.toLowerCase(Locale.ROOT)))
                .filter(found -> found.text().equals(path))
                .map(files::get);
    }

    /// A path that differs from the given one in upper and lower case only.
    public Optional<FilePath> similar(String path) {
        return Optional.ofNullable(folded.get(path.toLowerCase(Locale.ROOT)));
    }

    /// Bytes of all files.
    public long bytes() {
        return files.values().stream().mapToLong(StoredFile::size).sum();
    }

    /// The README in the root: `readme.md`, `.txt` or `.markdown` in any case.
    public @Nullable FilePath readme() {
        return README_EXTENSIONS.stream()
                .map(extension -> folded.get("/readme." + extension))
                .filter(path -> path != null)
                .findFirst()
                .orElse(null);
    }
}
