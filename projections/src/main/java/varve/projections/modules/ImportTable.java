package varve.projections.modules;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.BuildEvent.DependenciesFound;

/// `varve_read.module_import`: what published versions' code imports from elsewhere.
@Component
class ImportTable {
    private static final String NOTE =
            """
            insert into varve_read.module_import
                (module, version, address, source, package, package_version)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final JdbcClient db;

    ImportTable(JdbcClient db) {
        this.db = db;
    }

    void of(DependenciesFound found) {
        for (var address : found.imports()) {
            var origin = Origin.of(address);
            db.sql(NOTE)
                    .param(found.version().module().text())
                    .param(found.version().version())
                    .param(address)
                    .param(origin.source())
                    .param(origin.pkg())
                    .param(origin.version())
                    .update();
        }
    }
}
