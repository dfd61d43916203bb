package varve.command.modules;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.Repository;

/// How many modules somebody has, unlisted ones too, as the tables know it.
@Component
class ModuleCounts {
    private static final String OF_REPOSITORY =
            "select count(*) from varve_read.module where (forge, repository_id) = (?, ?)";
    private static final String OF_OWNER =
            "select count(*) from varve_read.module where lower(owner) = ?";

    private final JdbcClient db;

    ModuleCounts(JdbcClient db) {
        this.db = db;
    }

    long of(Repository repository) {
        return db.sql(OF_REPOSITORY)
                .params(repository.type(), repository.id())
                .query(Long.class)
                .single();
    }

    long ofOwner(String owner) {
        return db.sql(OF_OWNER).param(owner.toLowerCase(Locale.ROOT)).query(Long.class).single();
    }
}
