package varve.query.pages.pkg;

import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.query.Rights;
import varve.query.Round;
import varve.query.pages.Press;
import varve.query.pkg.PackageView;

/// What can be set about a package, as forms.
@RestController
class PackageSettingsPage {
    private static final String ONE =
            "select * from varve_read.package where (scope, name) = (?, ?)";

    private final PackageHeads heads;
    private final Rights rights;
    private final JdbcClient db;
    private final Press press;

    PackageSettingsPage(PackageHeads heads, Rights rights, JdbcClient db, Press press) {
        this.heads = heads;
        this.rights = rights;
        this.db = db;
        this.press = press;
    }

    @GetMapping("/@{scope}/{name:[A-Za-z0-9._-]+}/settings")
    ResponseEntity<byte[]> settings(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        var ref = PackageRef.of(scope, name);
        var view =
                Round.of(
                        () -> heads.one(ref),
                        () -> one(ref),
                        () -> allowed(caller, ref),
                        (head, pkg, _) -> new PackageSettingsView(head, pkg, caller.isStaff()));
        return press.privately((pages, site) -> pages.packagesettings(site, view));
    }

    private PackageView one(PackageRef ref) {
        return db.sql(ONE)
                .params(ref.scope().text(), ref.name().text())
                .query((row, _) -> PackageView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(ref.text())));
    }

    private boolean allowed(Caller caller, PackageRef ref) {
        rights.require(caller, ref.scope(), Role.MEMBER);
        return true;
    }
}
