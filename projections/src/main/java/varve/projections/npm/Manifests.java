package varve.projections.npm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.artifacts.packument.Remembered;
import varve.contract.pkg.PackageRef;

/// What clients said of versions, which never changes: read once.
@Component
class Manifests {
    /// Characters.
    private static final int REMEMBERED = 16 << 20;

    private static final String READ =
            """
            select sha512, manifest from varve_read.npm_version
            where (scope, name) = (:scope, :name) and sha512 in (:wanted)
            """;

    /// @param sha512 of the tarball; a number stands for one only
    private record Key(PackageRef pkg, String sha512) {}

    private final JdbcClient db;
    private final Remembered<Key, String> known = new Remembered<>(REMEMBERED, String::length);

    Manifests(JdbcClient db) {
        this.db = db;
    }

    /// By the tarballs' SHA-512.
    Map<String, String> of(PackageRef pkg, Collection<String> tarballs) {
        var found = new HashMap<String, String>();
        var missing = new ArrayList<String>();
        for (var sha512 : tarballs) {
            var manifest = known.known(new Key(pkg, sha512));
            if (manifest == null) {
                missing.add(sha512);
            } else {
                found.put(sha512, manifest);
            }
        }
        for (int from = 0; from < missing.size(); from += 1000) {
            read(pkg, missing.subList(from, Math.min(from + 1000, missing.size())), found);
        }
        return found;
    }

    private void read(PackageRef pkg, Collection<String> wanted, Map<String, String> found) {
        db.sql(READ)
                .param("scope", pkg.scope().text())
                .param("name", pkg.name().text())
                .param("wanted", wanted)
                .query(row -> {
                    var sha512 = row.getString("sha512");
                    var manifest = row.getString("manifest");
                    known.keep(new Key(pkg, sha512), manifest);
                    found.put(sha512, manifest);
                });
    }
}
