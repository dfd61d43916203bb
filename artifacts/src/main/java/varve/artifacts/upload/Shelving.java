package varve.artifacts.upload;

import static varve.artifacts.Fault.CASE_INSENSITIVE_DUPLICATE_PATH;
import static varve.artifacts.Fault.INVALID_GIT_PATH;
import static varve.artifacts.Fault.INVALID_PATH;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.MediaTypes;
import varve.artifacts.StoredFile;
import varve.contract.publishing.FilePath;

/// Gives every file its place and sees to it that no two want the same, on any disk.
final class Shelving implements Archive.Taker {
    private final Map<FilePath, StoredFile> files = new LinkedHashMap<>();
    private final Map<String, FilePath> folded = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    private @Nullable FilePath next;

    @Override
    public boolean wants(String name, long size) {
        next = check(name);
        return true;
    }

    @Override
    public void take(byte[] content) {
        put(Objects.requireNonNull(next), content);
    }

    /// The place of an entry: `./x` and `x` both mean `/x`.
    FilePath check(String name) {
        var text = "/" + (name.startsWith("./") ? name.substring(2) : name);
        FilePath.flaw(text)
                .ifPresent(flaw -> {
                    throw INVALID_PATH.with("invalid path '" + text + "': " + flaw);
                });
        var key = text.toLowerCase(Locale.ROOT);
        if (key.startsWith("/.git/")) {
            throw INVALID_GIT_PATH.with(
                    "'" + text + "': the folder .git must not be part of a package");
        }
        var path = FilePath.of(text);
        checkClash(path, key);
        return path;
    }

    private void checkClash(FilePath path, String key) {
        var other = folded.putIfAbsent(key, path);
        if (other != null) {
            throw CASE_INSENSITIVE_DUPLICATE_PATH.with(
                    "'%s' and '%s' are the same path where upper and lower case are not told apart"
                            .formatted(other.text(), path.text()));
        }
        for (int i = key.lastIndexOf('/'); i > 0; i = key.lastIndexOf('/', i - 1)) {
            var folder = key.substring(0, i);
            folders.add(folder);
            if (folded.containsKey(folder)) {
                throw bothFileAndFolder(folder);
            }
        }
        if (folders.contains(key)) {
            throw bothFileAndFolder(key);
        }
    }

    private static RuntimeException bothFileAndFolder(String path) {
        return INVALID_PATH.with("'" + path + "' is both a file and a folder");
    }

    void put(FilePath path, byte[] bytes) {
        var file = new StoredFile(path, bytes, Digests.sha256(bytes), MediaTypes.of(path.text()));
        files.put(path, file);
    }

    Upload upload() {
        return new Upload(files, folded);
    }
}
