package varve.artifacts.upload;

import static varve.artifacts.Fault.INVALID_PATH;
import static varve.artifacts.Fault.MISSING_CONFIG_FILE;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Faulted;

/// What the registry wants to know of a tarball that an npm client made. It is looked through as
/// strictly as an upload of sources, but only `package.json` is held in memory.
///
/// @param packageJson as it lies in the tarball
/// @param unpackedSize of all files together, in bytes
/// @param bindingGyp whether installing compiles something by itself
@SuppressWarnings("ArrayRecordComponent")
public record NpmArchive(byte[] packageJson, int files, long unpackedSize, boolean bindingGyp) {
    /// Everything lies below this folder; clients cut it off without looking at it.
    private static final String ROOT = "package/";

    private static final String MANIFEST = "package.json";
    private static final int LONGEST_PATH = 1024;

    /// Bytes of a `package.json`.
    private static final long LARGEST_MANIFEST = 1 << 20;

    /// @throws Faulted when the author has to change something
    /// @throws IOException when the stream itself cannot be read
    public static NpmArchive read(InputStream packed) throws IOException {
        var look = new Look();
        Archive.read(packed, Limits.NPM, look);
        if (look.packageJson == null) {
            throw MISSING_CONFIG_FILE.with("there is no package/package.json in the tarball");
        }
        return new NpmArchive(look.packageJson, look.files, look.size, look.bindingGyp);
    }

    private static final class Look implements Archive.Taker {
        private final Set<String> names = new HashSet<>();
        private byte @Nullable [] packageJson;
        private int files;
        private long size;
        private boolean bindingGyp;

        @Override
        public boolean wants(String name, long bytes) {
            var path = inside(name.startsWith("./") ? name.substring(2) : name);
            if (!names.add(path.toLowerCase(Locale.ROOT))) {
                throw INVALID_PATH.with(
                        "'" + name + "' is there twice where upper and lower case are the same");
            }
            files++;
            size += bytes;
            bindingGyp |= path.equals("binding.gyp");
            if (!path.equals(MANIFEST)) {
                return false;
            }
            if (bytes > LARGEST_MANIFEST) {
                throw INVALID_PATH.with(
                        "package.json has more than " + LARGEST_MANIFEST + " bytes");
            }
            return true;
        }

        @Override
        public void take(byte[] content) {
            packageJson = content;
        }

        private static String inside(String name) {
            if (!name.startsWith(ROOT)) {
                throw INVALID_PATH.with("'" + name + "' is outside of the folder package/");
            }
            var path = name.substring(ROOT.length());
            if (path.length() > LONGEST_PATH
                    || path.indexOf('\\') >= 0
                    || path.chars().anyMatch(Character::isISOControl)) {
                throw INVALID_PATH.with("invalid path '" + name + "'");
            }
            for (var segment : path.split("/", -1)) {
                if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                    throw INVALID_PATH.with("invalid path '" + name + "'");
                }
            }
            return path;
        }
    }
}
