package varve.artifacts.config;

import static varve.artifacts.Fault.INVALID_LICENSE;
import static varve.artifacts.Fault.MISSING_LICENSE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.artifacts.StoredFile;
import varve.artifacts.upload.Upload;

/// Under which licence a package is: said in the configuration, or recognised in a licence file.
final class Licence {
    private static final List<String> NAMES =
            Stream.of("/LICENSE", "/LICENCE", "/COPYING", "/COPYING.LESSER")
                    .flatMap(name -> Stream.of(name, name + ".md", name + ".txt"))
                    .toList();

    private Licence() {}

    /// The licence of the package, or the fault that there is none.
    ///
    /// @param said in the configuration
    /// @return an SPDX identifier or expression
    static String of(@Nullable String said, Upload upload) {
        if (said != null) {
            return Spdx.expression(said)
                    .orElseThrow(() ->
                            INVALID_LICENSE.with(
                                    "'%s' is not an SPDX licence identifier".formatted(said)));
        }
        return NAMES.stream()
                .flatMap(name -> upload.file(name).stream())
                .findFirst()
                .map(Licence::recognised)
                .orElseThrow(() ->
                        MISSING_LICENSE.with(
                                "a package needs a licence: add 'license' to the"
                                        + " configuration file, or a LICENSE file"));
    }

    private static String recognised(StoredFile file) {
        return Utf8.text(file.bytes())
                .flatMap(LicenceText::identify)
                .orElseThrow(() ->
                        INVALID_LICENSE.with(
                                "'%s' holds no licence known to SPDX; name it in 'license'"
                                        .formatted(file.path().text())));
    }
}
