package varve.projections.modules;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModerationEvent.WordsForbidden;
import varve.contract.modules.OwnerEvent;
import varve.contract.modules.OwnerEvent.OwnerTermsSet;

/// `varve_read.owner_terms` and `varve_read.forbidden_word`: what staff settled about modules.
@Component
public class ModerationTables {
    private static final String SETTLE =
            """
            insert into varve_read.owner_terms (owner, max_modules, max_total_size, blocked)
            values (:owner, :modules, :size, :blocked)
            on conflict (owner) do update set max_modules = :modules, max_total_size = :size,
                blocked = :blocked
            """;
    private static final String FORBID =
            """
            insert into varve_read.forbidden_word (word, place)
            select word, place from unnest(?::text[]) with ordinality as said(word, place)
            """;

    private final JdbcClient db;

    ModerationTables(JdbcClient db) {
        this.db = db;
    }

    public void on(OwnerEvent event) {
        switch (event) {
            case OwnerTermsSet(var owner, var terms) ->
                    db.sql(SETTLE)
                            .param("owner", owner.text())
                            .param("modules", terms.maxModules())
                            .param("size", terms.maxTotalSize())
                            .param("blocked", terms.blocked())
                            .update();
        }
    }

    /// The new words replace the old.
    public void on(ModerationEvent event) {
        switch (event) {
            case WordsForbidden(var words) -> {
                db.sql("delete from varve_read.forbidden_word").update();
                forbid(words.stream().distinct().toList());
            }
        }
    }

    private void forbid(List<String> words) {
        db.sql(FORBID).param(words.toArray(String[]::new)).update();
    }
}
