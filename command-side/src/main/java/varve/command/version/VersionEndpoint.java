package varve.command.version;

import static varve.contract.Refused.unlessGiven;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionCommand.DeleteVersion;
import varve.contract.version.VersionCommand.UnyankVersion;
import varve.contract.version.VersionCommand.YankVersion;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;

/// Wishes about published versions over HTTP.
@RestController
class VersionEndpoint {
    private static final String DEPENDENTS =
            """
            select exists (select 1 from varve_read.dependency
                where registry = 'jsr' and dependency = ? and '@' || scope || '/' || name <> dependency)
            """;

    private final Commands commands;
    private final Access access;
    private final JdbcClient db;

    VersionEndpoint(Commands commands, Access access, JdbcClient db) {
        this.commands = commands;
        this.access = access;
        this.db = db;
    }

    record Change(@Nullable Boolean yanked) {}

    @PatchMapping("/api/scopes/{scope}/packages/{name}/versions/{version}")
    Written change(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody Change change,
            Caller caller) {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        access.admin(caller, ref.pkg().scope());
        access.exists(ref.pkg(), caller);
        var wish =
                unlessGiven(change.yanked(), "yanked")
                        ? new YankVersion(ref)
                        : new UnyankVersion(ref);
        return Written.silently(commands.send(wish, caller).position());
    }

    /// Staff take a version away on whose package nobody else depends.
    @DeleteMapping("/api/scopes/{scope}/packages/{name}/versions/{version}")
    Written delete(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            Caller caller) {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        access.staff(caller);
        access.exists(ref.pkg(), caller);
        if (db.sql(DEPENDENTS).param(ref.pkg().text()).query(Boolean.class).single()) {
            throw new Refused(new Refusal.OfScopes.VersionHasDependents(ref.text()));
        }
        return Written.silently(commands.send(new DeleteVersion(ref), caller).position());
    }
}
