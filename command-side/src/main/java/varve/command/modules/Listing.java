package varve.command.modules;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a version consists of: every file and folder, sorted as deno.land/x sorted them, each
/// folder with the size of all that is in it. Links are left out; submodules are empty folders, as
/// nobody fetched them.
record Listing(List<Entry> entries) {
    /// More than any sources are; a listing of that many is still a few megabytes.
    private static final int MOST_ENTRIES = 100_000;

    private static final int LONGEST_PATH_BYTES = 700;
    private static final int LONGEST_NAME_BYTES = 255;

    /// A file or a folder.
    ///
    /// @param path with a slash in front; the root is empty
    /// @param type `file` or `dir`
    /// @param object git's name for the content, empty for folders
    record Entry(String path, long size, String type, String object) {
        boolean isFile() {
            return type.equals("file");
        }
    }

    /// @param tree as `git ls-tree -r -t -z -l` prints it
    /// @throws Flaw when something in it cannot be served
    static Listing of(byte[] tree) throws Flaw {
        var entries = new ArrayList<Entry>();
        Map<String, Long> folders = new TreeMap<>();
        folders.put("", 0L);
        for (int from = 0; from < tree.length; ) {
            int end = from;
            while (tree[end] != 0) {
                end++;
            }
            read(tree, from, end, entries, folders);
            from = end + 1;
            if (entries.size() + folders.size() > MOST_ENTRIES) {
                throw new Flaw(
                        "Module has too many files. At most " + MOST_ENTRIES + " are allowed.");
            }
        }
        folders.forEach((path, size) -> entries.add(new Entry(path, size, "dir", "")));
        entries.sort(order());
        return new Listing(List.copyOf(entries));
    }

    long totalSize() {
        return entries.stream().filter(Entry::isFile).mapToLong(Entry::size).sum();
    }

    List<Entry> files() {
        return entries.stream().filter(Entry::isFile).toList();
    }

    /// One entry: `mode type object size<tab>path`.
    private static void read(
            byte[] tree, int from, int end, List<Entry> files, Map<String, Long> folders)
            throws Flaw {
        int tab = from;
        while (tree[tab] != '\t') {
            tab++;
        }
        var facts = new String(tree, from, tab - from, StandardCharsets.US_ASCII).split(" +");
        var path = "/" + path(tree, tab + 1, end);
        switch (facts[0]) {
            case "040000", "160000" -> folders.putIfAbsent(path, 0L);
            case "120000" -> {}
            default -> {
                long size = Long.parseLong(facts[3]);
                files.add(new Entry(path, size, "file", facts[2]));
                for (int slash = path.lastIndexOf('/');
                        slash >= 0;
                        slash = path.lastIndexOf('/', slash - 1)) {
                    folders.merge(path.substring(0, slash), size, Long::sum);
                }
            }
        }
    }

    private static String path(byte[] tree, int from, int end) throws Flaw {
        String path;
        try {
            path =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(tree, from, end - from))
                            .toString();
        } catch (CharacterCodingException _) {
            throw unservable(new String(tree, from, end - from, StandardCharsets.ISO_8859_1));
        }
        if (end - from > LONGEST_PATH_BYTES
                || path.indexOf('\\') >= 0
                || path.chars().anyMatch(Character::isISOControl)) {
            throw unservable(path);
        }
        for (var name : path.split("/", -1)) {
            if (name.isEmpty()
                    || name.equals(".")
                    || name.equals("..")
                    || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
                throw unservable(path);
            }
        }
        return path;
    }

    private static Flaw unservable(String path) {
        var shown = path.replaceAll("[^ -~]|\\\\", "?");
        return new Flaw(
                "Module contains a file whose name cannot be served: "
                        + shown.substring(0, Math.min(shown.length(), 100)));
    }

    /// Names that this order does not tell apart follow in the order of their characters.
    private static Comparator<Entry> order() {
        var collator = Collator.getInstance(ULocale.US);
        return Comparator.comparing(Entry::path, collator::compare).thenComparing(Entry::path);
    }
}
