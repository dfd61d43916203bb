package varve.query.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import varve.contract.Sha256;

/// The files that belong to the pages: a style sheet, a script for all pages and one for passkeys,
/// a picture. Each has its hash in its address, so that it can be kept for ever.
@Component
class Assets {
    static final String AT = "/-/assets/";

    /// One file as it is handed out.
    ///
    /// @param packed the same bytes, gzipped
    @SuppressWarnings("ArrayRecordComponent")
    record Asset(String address, String type, byte[] bytes, byte[] packed) {}

    private enum File {
        VARVE_CSS("varve.css", "text/css;charset=utf-8"),
        VARVE_JS("varve.js", "text/javascript;charset=utf-8"),
        PASSKEYS_JS("passkeys.js", "text/javascript;charset=utf-8"),
        VARVE_SVG("varve.svg", "image/svg+xml");

        private final String name;
        private final String type;

        File(String name, String type) {
            this.name = name;
            this.type = type;
        }
    }

    private final Map<String, Asset> byName =
            Arrays.stream(File.values())
                    .collect(Collectors.toUnmodifiableMap(file -> file.name, Assets::read));
    private final Map<String, Asset> byAddress =
            byName.values().stream()
                    .collect(Collectors.toUnmodifiableMap(Asset::address, Function.identity()));

    String address(String name) {
        return named(name).address();
    }

    Asset named(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private static Asset read(File file) {
        try (var content = Assets.class.getResourceAsStream("assets/" + file.name)) {
            var bytes = Objects.requireNonNull(content, file.name).readAllBytes();
            int dot = file.name.lastIndexOf('.');
            var address =
                    AT
                            + file.name.substring(0, dot)
                            + "."
                            + Sha256.hex(bytes).substring(0, 16)
                            + file.name.substring(dot);
            return new Asset(address, file.type, bytes, packed(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
