package varve.projections.npm;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Event;
import varve.contract.pkg.PackageEvent.TagRemoved;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.VersionTombstoned;

/// `varve_read.dist_tag`: where the tags of npm packages point to. Publishing sets one, and so does
/// whoever says so afterwards; the log's order decides.
@Component
public class DistTagTable {
    private static final String SET =
            """
            insert into varve_read.dist_tag (scope, name, tag, version) values (?, ?, ?, ?)
            on conflict (scope, name, tag) do update set version = excluded.version
            """;
    private static final String FIRST =
            """
            insert into varve_read.dist_tag (scope, name, tag, version) values (?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from varve_read.dist_tag where (scope, name, tag) = (?, ?, ?)";
    private static final String GONE =
            "delete from varve_read.dist_tag where (scope, name, version) = (?, ?, ?)";
    private static final String ALL =
            "select tag, version from varve_read.dist_tag where (scope, name) = (?, ?)";

    private final JdbcClient db;

    DistTagTable(JdbcClient db) {
        this.db = db;
    }

    public void on(Event event) {
        switch (event) {
            case TagSet(var pkg, var tag, var version) -> put(SET, pkg, tag, version);
            case TagRemoved(var pkg, var tag) -> remove(REMOVE, pkg, tag.text());
            case NpmVersionPublished published -> publish(published);
            case VersionTombstoned(var ref) -> remove(GONE, ref.pkg(), ref.version().text());
            default -> {}
        }
    }

    /// In the order of their names.
    public Map<String, String> of(PackageRef pkg) {
        var tags = new TreeMap<String, String>();
        db.sql(ALL)
                .params(pkg.scope().text(), pkg.name().text())
                .query(row -> {
                    tags.put(row.getString("tag"), row.getString("version"));
                });
        return tags;
    }

    /// Clients need a `latest`, so a package's first version is that too, whatever it was tagged.
    private void publish(NpmVersionPublished published) {
        var ref = published.ref();
        put(SET, ref.pkg(), published.tag(), ref.version().text());
        put(FIRST, ref.pkg(), TagName.LATEST, ref.version().text());
    }

    private void put(String sql, PackageRef pkg, TagName tag, String version) {
        db.sql(sql).params(pkg.scope().text(), pkg.name().text(), tag.text(), version).update();
    }

    private void remove(String sql, PackageRef pkg, String which) {
        db.sql(sql).params(pkg.scope().text(), pkg.name().text(), which).update();
    }
}
