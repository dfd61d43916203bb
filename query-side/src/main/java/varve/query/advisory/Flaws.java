package varve.query.advisory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.advisory.KnownFlaws;

/// The flaws of packages that somebody uses.
@Component
class Flaws implements KnownFlaws {
    private static final String ABOUT =
            """
            select name, osv::text as osv from varve_read.advisory
            where name = any (?) order by name, id
            """;

    private static final Set<String> NONE = Set.of();

    private final JdbcClient db;
    private final JsonMapper json;

    Flaws(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public Known of(String name, Severity atLeast) {
        var bad =
                db
                        .sql(ABOUT)
                        .param(new String[] {name})
                        .query((row, _) -> Flaw.of(name, json.readTree(row.getString("osv"))))
                        .list()
                        .stream()
                        .filter(flaw -> flaw.isAtLeast(atLeast))
                        .toList();
        var fingerprint =
                bad.stream()
                        .map(flaw -> flaw.id() + " " + flaw.vulnerable())
                        .collect(Collectors.joining("\n"));
        return new Known(
                Integer.toHexString(fingerprint.hashCode()),
                version -> bad.stream().anyMatch(flaw -> flaw.concerns(version)));
    }

    /// @param used versions by package
    /// @return only of those versions
    Map<String, List<Flaw>> of(Map<String, Set<String>> used) {
        var found = new LinkedHashMap<String, List<Flaw>>();
        db.sql(ABOUT)
                .param(used.keySet().toArray(String[]::new))
                .query(row -> {
                    var name = row.getString("name");
                    var flaw = Flaw.of(name, json.readTree(row.getString("osv")));
                    if (used.getOrDefault(name, NONE).stream().anyMatch(flaw::concerns)) {
                        found.computeIfAbsent(name, _ -> new ArrayList<>()).add(flaw);
                    }
                });
        return found;
    }
}
