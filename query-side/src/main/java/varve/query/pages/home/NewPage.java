package varve.query.pages.home;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageName;
import varve.contract.pkg.Readers;
import varve.contract.scope.ScopeName;
import varve.query.pages.Press;

/// Creates a scope and a package. Command lines send people here when theirs does not exist yet.
@RestController
class NewPage {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String KNOWN =
            """
            select array(select scope from varve_read.member
                    where user_id = :user and role in ('admin', 'member') order by scope) as own,
                exists (select from varve_read.scope where name = :scope) as scope_exists,
                exists (select from varve_read.package
                    where (scope, name) = (:scope, :name)) as package_exists
            """;

    private final JdbcClient db;
    private final Readers readers;
    private final Press press;

    NewPage(JdbcClient db, Readers readers, Press press) {
        this.db = db;
        this.readers = readers;
        this.press = press;
    }

    /// What stands in a link may be anything; only names make it into commands that people copy.
    @GetMapping("/new")
    ResponseEntity<byte[]> create(
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(name = "package", defaultValue = "") String pkg,
            Caller caller) {
        var wantedScope = unlessRefused(ScopeName::of, scope).map(ScopeName::text).orElse("");
        var wantedName = unlessRefused(PackageName::of, pkg).map(PackageName::text).orElse("");
        boolean hidden =
                readers.isPrivate(wantedScope, wantedName)
                        && !readers.mayKnow(wantedScope, wantedName, caller);
        var view =
                db.sql(KNOWN)
                        .param("user", caller.user().map(UserId::uuid).orElse(NOBODY))
                        .param("scope", hidden ? "" : wantedScope)
                        .param("name", wantedName)
                        .query((row, _) ->
                                new NewView(
                                        wantedScope,
                                        wantedName,
                                        row.getBoolean("scope_exists"),
                                        row.getBoolean("package_exists"),
                                        caller.interactive(),
                                        List.of((String[]) row.getArray("own").getArray())))
                        .single();
        return press.privately((pages, site) -> pages.create(site, view));
    }

    private static <T> Optional<T> unlessRefused(Function<String, T> reader, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (Refused _) {
            return Optional.empty();
        }
    }
}
