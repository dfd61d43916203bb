package varve.query.pkg;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.Rights;
import varve.query.Rows;
import varve.query.Sorting;

/// Packages as staff see them, archived and private ones too.
@RestController
class PackageAdminEndpoint {
    private static final Sorting SORTING =
            new Sorting(
                    Map.of(
                            "scope", "scope",
                            "name", "name",
                            "createdAt", "created_at",
                            "updatedAt", "updated_at"),
                    "scope, name");
    private static final String ALL =
            """
            select *, count(*) over () as total from varve_read.package
            where '@' || scope || '/' || name like :pattern
            """;

    private final JdbcClient db;
    private final Rights rights;

    PackageAdminEndpoint(JdbcClient db, Rights rights) {
        this.db = db;
        this.rights = rights;
    }

    @GetMapping("/api/admin/packages")
    Page.Items<PackageView> all(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String sortBy,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        var part = Page.of(page, limit);
        return Page.items(
                db.sql(ALL + " order by " + SORTING.by(sortBy) + " limit :size offset :offset")
                        .param("pattern", Rows.containing(query))
                        .param("size", part.size())
                        .param("offset", part.offset()),
                (row, _) -> PackageView.of(row));
    }
}
