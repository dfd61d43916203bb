package varve.command.pkg;

import static varve.contract.Refused.unlessGiven;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Written;
import varve.contract.pkg.PackageCommand.DistrustPublisher;
import varve.contract.pkg.PackageCommand.TrustPublisher;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Commands;

/// Which workflows publish a package without any token; `npm trust` says the same in npm's words.
@RestController
class PublisherEndpoint {
    private static final String PUBLISHERS = "/api/scopes/{scope}/packages/{name}/publishers";

    private final Commands commands;
    private final Access access;

    PublisherEndpoint(Commands commands, Access access) {
        this.commands = commands;
        this.access = access;
    }

    /// @param stages whether its jobs only hand in what a person approves
    record Wish(
            @Nullable String provider,
            @Nullable String repository,
            @Nullable String file,
            @Nullable String environment,
            @Nullable Boolean stages) {}

    @PostMapping(PUBLISHERS)
    Written trust(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody Wish wish,
            Caller caller) {
        var pkg = mine(scope, name, caller);
        boolean stages = Boolean.TRUE.equals(wish.stages());
        var environment = wish.environment() == null ? "" : wish.environment().strip();
        var publisher =
                TrustedWorkflow.of(
                        unlessGiven(wish.provider(), "provider"),
                        unlessGiven(wish.repository(), "repository"),
                        unlessGiven(wish.file(), "file"),
                        environment.isEmpty() ? null : environment,
                        !stages,
                        stages);
        return Written.silently(
                commands.send(new TrustPublisher(pkg, publisher), caller).position());
    }

    @DeleteMapping(PUBLISHERS + "/{id}")
    Written distrust(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String id,
            Caller caller) {
        var wish = new DistrustPublisher(mine(scope, name, caller), id);
        return Written.silently(commands.send(wish, caller).position());
    }

    private PackageRef mine(String scope, String name, Caller caller) {
        var pkg = PackageRef.of(scope, name);
        access.admin(caller, pkg.scope());
        access.exists(pkg, caller);
        return pkg;
    }
}
