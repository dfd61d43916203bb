package varve.artifacts.worker;

import java.nio.file.Path;
import varve.artifacts.Order;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// What the parent asks.
///
/// @param tarball path of the upload
/// @param thorough whether types may be inferred
record Request(String tarball, String ref, String config, String homepage, boolean thorough) {

    static Request of(Path tarball, Order order, boolean thorough) {
        return new Request(
                tarball.toAbsolutePath().toString(),
                order.ref().text(),
                order.config().text(),
                order.homepage(),
                thorough);
    }

    Path path() {
        return Path.of(tarball);
    }

    Order order() {
        return new Order(VersionRef.of(ref), FilePath.of(config), homepage);
    }
}
