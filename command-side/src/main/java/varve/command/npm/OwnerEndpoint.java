package varve.command.npm;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.scope.Leave;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;

/// `npm org set` and `rm`, and `pnpm owner add` and `rm`.
@RestController
class OwnerEndpoint {
    private final Owners owners;
    private final Access access;
    private final Names names;
    private final Leave leave;
    private final Done.Answer done;

    OwnerEndpoint(Owners owners, Access access, Names names, Done.Answer done, Leave leave) {
        this.owners = owners;
        this.access = access;
        this.names = names;
        this.done = done;
        this.leave = leave;
    }

    record Org(String name, int size) {}

    /// @param role in npm's words
    record Membership(Org org, String user, String role) {}

    @PutMapping("/~npm/-/package/@{scope}/{name}/owners")
    ResponseEntity<Done> add(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody Said said,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        access.admin(caller, pkg.scope());
        var user = names.of(Said.needed(said.user(), "user"));
        return done.of(owners.add(pkg, user, caller), "owner added");
    }

    @DeleteMapping("/~npm/-/package/@{scope}/{name}/owners/{user}")
    ResponseEntity<Done> remove(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String user,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        return done.of(owners.remove(pkg, names.of(Said.bare(user)), caller), "owner removed");
    }

    @DeleteMapping("/~npm/-/org/{scope}/user")
    ResponseEntity<Void> leave(@PathVariable String scope, @RequestBody Said said, Caller caller) {
        var name = ScopeName.of(Said.bare(scope));
        access.admin(caller, name);
        var person = names.of(Said.bare(Said.needed(said.user(), "user")));
        return done.as(HttpStatus.NO_CONTENT, leave.of(name, person, caller)).build();
    }

    @PutMapping("/~npm/-/org/{scope}/user")
    ResponseEntity<Membership> set(
            @PathVariable String scope, @RequestBody Said said, Caller caller) {
        var name = ScopeName.of(Said.bare(scope));
        access.admin(caller, name);
        var person = Said.bare(Said.needed(said.user(), "user"));
        var npmRole = said.role() == null ? "developer" : said.role();
        var position = owners.assign(name, names.of(person), role(npmRole), caller);
        return done.as(HttpStatus.CREATED, position)
                .body(new Membership(new Org(name.text(), 0), person, npmRole));
    }

    private static Role role(String npmRole) {
        return switch (npmRole) {
            case "developer" -> Role.MEMBER;
            case "admin", "owner" -> Role.ADMIN;
            default ->
                    throw new Refused(new Refusal.Malformed("'role' is developer, admin or owner"));
        };
    }
}
