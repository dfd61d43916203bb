package varve.projections.npm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;

/// What clients said of versions, which never changes.
interface Manifests {
    /// As JSON objects, by versions.
    Map<String, String> of(PackageRef pkg, List<String> versions);

    @Component
    class Table implements Manifests {
        private static final String READ =
                """
                select version, manifest from varve_read.npm_version
                where scope = :scope and name = :name and version in (:wanted)
                """;

        private final JdbcClient db;

        Table(JdbcClient db) {
            this.db = db;
        }

        @Override
        public Map<String, String> of(PackageRef pkg, List<String> versions) {
            var found = new HashMap<String, String>();
            if (!versions.isEmpty()) {
                db.sql(READ)
                        .param("scope", pkg.scope().text())
                        .param("name", pkg.name().text())
                        .param("wanted", versions)
                        .query(row -> {
                            found.put(row.getString("version"), row.getString("manifest"));
                        });
            }
            return found;
        }
    }
}
