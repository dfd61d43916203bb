package varve.artifacts.upload;

import static varve.artifacts.Fault.INVALID_ENTRY_TYPE;
import static varve.artifacts.Fault.INVALID_TARBALL;
import static varve.artifacts.Fault.LINK_IN_TARBALL;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Faulted;

/// The records of a pax extended header: `<length> <key>=<value>\n`, again and again.
record PaxRecords(Map<String, String> values) {

    static PaxRecords of(byte[] bytes) {
        var values = new HashMap<String, String>();
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes, at);
            int space = indexOf(bytes, ' ', at, at + length);
            int equals = indexOf(bytes, '=', space, at + length);
            var key = text(bytes, space + 1, equals);
            var value = text(bytes, equals + 1, at + length - 1);
            if (values.put(key, value) != null) {
                throw INVALID_TARBALL.with("an extended header says '" + key + "' twice");
            }
            at += length;
        }
        return new PaxRecords(values);
    }

    /// Refuses what would change the meaning of the entries behind a global header.
    void checkGlobal() {
        for (var key : values.keySet()) {
            if (!key.equals("comment")) {
                throw INVALID_TARBALL.with("a global header sets '" + key + "'");
            }
        }
    }

    void checkLocal() {
        if (values.containsKey("linkpath")) {
            throw LINK_IN_TARBALL.with("an extended header makes a link");
        }
        for (var key : values.keySet()) {
            if (key.startsWith("GNU.sparse")) {
                throw INVALID_ENTRY_TYPE.with("an extended header makes a sparse file");
            }
        }
    }

    @Nullable String path() {
        return values.get("path");
    }

    /// A size that differs from the header's is how two readers are made to see different archives.
    void checkSize(long size) {
        var said = values.get("size");
        if (said != null && !said.equals(Long.toString(size))) {
            throw INVALID_TARBALL.with("an entry has two different sizes");
        }
    }

    private static int length(byte[] bytes, int at) {
        int length = 0;
        int i = at;
        for (; i < bytes.length && i - at < 6 && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            length = length * 10 + bytes[i] - '0';
        }
        if (length < 5 || length > bytes.length - at || bytes[at + length - 1] != '\n') {
            throw malformed();
        }
        return length;
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw malformed();
    }

    private static String text(byte[] bytes, int from, int to) {
        if (to < from) {
            throw malformed();
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                throw malformed();
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static Faulted malformed() {
        return INVALID_TARBALL.with("an extended header is malformed");
    }
}
