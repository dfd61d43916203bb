package varve.projections.advisory;

import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import varve.contract.advisory.AdvisoryEvent;
import varve.contract.advisory.AdvisoryEvent.AdvisoryRecorded;
import varve.eventlog.EventJson;

/// `varve_read.advisory`: a row for each npm package that an advisory is about. One that was
/// withdrawn has none.
@Component
public class AdvisoryTable {
    private static final String FORGET = "delete from varve_read.advisory where id = ?";
    private static final String RECORD =
            "insert into varve_read.advisory (id, name, osv) values (?, ?, ?::jsonb)";

    private final JdbcClient db;

    AdvisoryTable(JdbcClient db) {
        this.db = db;
    }

    public void on(AdvisoryEvent event) {
        switch (event) {
            case AdvisoryRecorded(var id, var json) -> {
                db.sql(FORGET).param(id).update();
                var osv = EventJson.mapper().readTree(json);
                if (!osv.has("withdrawn")) {
                    names(osv).forEach(name -> db.sql(RECORD).params(id, name, json).update());
                }
            }
        }
    }

    private static TreeSet<String> names(JsonNode osv) {
        var names = new TreeSet<String>();
        for (var affected : osv.path("affected")) {
            if (affected.path("package").path("ecosystem").asString("").equals("npm")) {
                names.add(affected.path("package").path("name").asString(""));
            }
        }
        return names;
    }
}
