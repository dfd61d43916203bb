package varve.command.modules;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.ModuleName;

/// What single modules' webhooks must be signed with, kept beside the log.
@Component
class ModuleSecrets {
    private static final String KEEP =
            """
            insert into varve_vault.module_secret (module, secret) values (?, ?)
            on conflict (module) do update set secret = excluded.secret
            """;

    private final JdbcClient db;

    ModuleSecrets(JdbcClient db) {
        this.db = db;
    }

    void keep(ModuleName module, String secret) {
        db.sql(KEEP).params(module.text(), secret).update();
    }

    void remove(ModuleName module) {
        db.sql("delete from varve_vault.module_secret where module = ?")
                .param(module.text())
                .update();
    }

    /// @param name as the webhook's address gives it, which may be no module's
    Optional<String> of(String name) {
        return db.sql("select secret from varve_vault.module_secret where module = ?")
                .param(name)
                .query(String.class)
                .optional();
    }
}
