package varve.query.pages.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// What a version consists of, as its `_meta.json` says.
///
/// @param manifest every file by its path
public record Manifest(Map<String, Entry> manifest) {
    /// @param size in bytes
    public record Entry(long size) {}

    static Manifest read(byte[] content, JsonMapper json) {
        return json.readValue(content, Manifest.class);
    }

    Optional<Entry> file(String path) {
        return Optional.ofNullable(manifest.get(path));
    }

    /// What lies directly in a folder.
    ///
    /// @param path empty for the root, otherwise with a slash in front and none at the end
    /// @return empty when there is no such folder
    Optional<Folder> folder(String path) {
        var folders = new TreeMap<String, Folder.Item>();
        var files = new TreeMap<String, Folder.Item>();
        manifest.forEach((file, entry) -> {
            if (file.startsWith(path + "/")) {
                var rest = file.substring(path.length() + 1);
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    files.put(rest, new Folder.Item(rest, file, 0, entry.size()));
                } else {
                    var name = rest.substring(0, slash);
                    var item = new Folder.Item(name, path + "/" + name, 1, entry.size());
                    folders.merge(name, item, Folder.Item::and);
                }
            }
        });
        return folders.isEmpty() && files.isEmpty()
                ? Optional.empty()
                : Optional.of(Folder.of(path, folders.values(), files.values()));
    }
}
