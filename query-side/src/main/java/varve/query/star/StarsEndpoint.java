package varve.query.star;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Discretion;

/// `npm stars`, and the same as pnpm asks it.
@RestController
class StarsEndpoint {
    private static final String OF_NAMED =
            """
            select star.name from varve_read.star
            join varve_vault.person on person.id = star.user_id
            where lower(coalesce(person.login, person.name)) = lower(?)
            order by star.name
            """;

    record Row(String value) {}

    record Rows(List<Row> rows) {}

    private final JdbcClient db;
    private final Discretion discretion;

    StarsEndpoint(JdbcClient db, Discretion discretion) {
        this.db = db;
        this.discretion = discretion;
    }

    /// @param key a name as a JSON string
    @GetMapping("/~npm/-/_view/starredByUser")
    Rows starred(@RequestParam String key, Caller caller) {
        return new Rows(named(key.replace("\"", ""), caller).stream().map(Row::new).toList());
    }

    @GetMapping({"/~npm/-/user/{name}/stars", "/~npm/-/util/user/{name}/stars"})
    List<String> stars(@PathVariable String name, Caller caller) {
        return named(name, caller);
    }

    @GetMapping("/~npm/-/user/v1/star")
    List<String> own(Caller caller) {
        return db
                .sql("select name from varve_read.star where user_id = ? order by name")
                .param(caller.person().uuid())
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(name -> discretion.mayKnow(name, caller))
                .toList();
    }

    private List<String> named(String person, Caller caller) {
        return db.sql(OF_NAMED).param(person).query((row, _) -> row.getString(1)).list().stream()
                .filter(name -> discretion.mayKnow(name, caller))
                .toList();
    }
}
