package varve.query.pages.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A folder of a version.
///
/// @param items folders first
public record Folder(String path, List<Item> items) {
    /// What lies in a folder: a file or another folder.
    ///
    /// @param path from the package's root
    /// @param files how many lie in this folder and below; 0 for a file
    /// @param size in bytes, of everything below too
    public record Item(String name, String path, int files, long size) {
        Item and(Item other) {
            return new Item(name, path, files + other.files, size + other.size);
        }

        public boolean isFolder() {
            return files > 0;
        }
    }

    static Folder of(String path, Collection<Item> folders, Collection<Item> files) {
        var items = new ArrayList<>(folders);
        items.addAll(files);
        return new Folder(path, List.copyOf(items));
    }
}
