package varve.command.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageCommand.SetPackageVisibility;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Visibility;
import varve.eventlog.Commands;

/// `npm access set`: who gets to see a package, and whether publishing takes a second factor.
@RestController
class AccessEndpoint {
    private final Commands commands;
    private final Access access;
    private final Done.Answer done;

    AccessEndpoint(Commands commands, Access access, Done.Answer done) {
        this.commands = commands;
        this.access = access;
        this.done = done;
    }

    /// @param access `public` or `restricted`
    record Wish(
            @Nullable String access,
            @JsonProperty("publish_requires_tfa") @Nullable Boolean secondFactor) {}

    @PostMapping("/~npm/-/package/@{scope}/{name}/access")
    ResponseEntity<Done> set(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody Wish wish,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        access.admin(caller, pkg.scope());
        access.exists(pkg, caller);
        if (wish.access() == null) {
            return secondFactor(wish);
        }
        var visibility =
                switch (wish.access()) {
                    case "public" -> Visibility.PUBLIC;
                    case "restricted", "private" -> Visibility.PRIVATE;
                    default ->
                            throw new Refused(
                                    new Refusal.Malformed(
                                            "'access' is either public or restricted"));
                };
        pkg.scope().requirePlain();
        var receipt = commands.send(new SetPackageVisibility(pkg, visibility), caller);
        return done.of(receipt.position(), "access changed");
    }

    /// Whether one is asked for is each person's own setting here, and not a package's.
    private ResponseEntity<Done> secondFactor(Wish wish) {
        if (wish.secondFactor() == null || wish.secondFactor()) {
            throw new Refused(
                    new Refusal.Malformed("a package cannot ask for a second factor here"));
        }
        return done.of(0, "publishing takes no second factor");
    }
}
