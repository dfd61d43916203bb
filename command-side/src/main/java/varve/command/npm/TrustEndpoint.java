package varve.command.npm;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.pkg.Pkg;
import varve.command.pkg.TrustedWorkflow;
import varve.contract.Caller;
import varve.contract.pkg.PackageCommand.DistrustPublisher;
import varve.contract.pkg.PackageCommand.TrustPublisher;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TrustedPublisher;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// `npm trust`: which workflows publish a package without any token. For the admins of its scope.
@RestController
class TrustEndpoint {
    private static final String TRUST = "/~npm/-/package/@{scope}/{name}/trust";
    private static final String PUBLISH = "createPackage";
    private static final String STAGE = "createStagedPackage";

    private final Commands commands;
    private final States states;
    private final Access access;

    TrustEndpoint(Commands commands, States states, Access access) {
        this.commands = commands;
        this.states = states;
        this.access = access;
    }

    record File(@Nullable String file) {}

    /// @param repository of GitHub, for example `luca/flag`
    /// @param project of GitLab
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claims(
            @Nullable String repository,
            @JsonProperty("workflow_ref") @Nullable File workflow,
            @JsonProperty("project_path") @Nullable String project,
            @JsonProperty("ci_config_ref_uri") @Nullable File config,
            @Nullable String environment) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trust(
            @Nullable String id,
            @Nullable String type,
            @Nullable Claims claims,
            @Nullable List<String> permissions) {}

    @GetMapping(TRUST)
    List<Trust> all(@PathVariable String scope, @PathVariable String name, Caller caller) {
        return states.of(Pkg.SUBJECT, mine(scope, name, caller).stream()).known().stream()
                .flatMap(present -> present.details().trusted().stream())
                .map(TrustEndpoint::told)
                .toList();
    }

    @PostMapping(TRUST)
    ResponseEntity<List<Trust>> trust(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody List<Trust> wishes,
            Caller caller) {
        var pkg = mine(scope, name, caller);
        var publishers = wishes.stream().map(TrustEndpoint::publisher).toList();
        publishers.forEach(one -> commands.send(new TrustPublisher(pkg, one), caller));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(publishers.stream().map(TrustEndpoint::told).toList());
    }

    @DeleteMapping(TRUST + "/{id}")
    ResponseEntity<Void> distrust(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String id,
            Caller caller) {
        commands.send(new DistrustPublisher(mine(scope, name, caller), id), caller);
        return ResponseEntity.noContent().build();
    }

    private PackageRef mine(String scope, String name, Caller caller) {
        var pkg = PackageRef.of(scope, name);
        access.admin(caller, pkg.scope());
        access.exists(pkg, caller);
        return pkg;
    }

    private static TrustedPublisher publisher(Trust wish) {
        var claims = unlessGiven(wish.claims(), "claims");
        var type = unlessGiven(wish.type(), "type");
        boolean github = type.equals("github");
        var file = unlessGiven(github ? claims.workflow() : claims.config(), "workflow");
        var permissions = wish.permissions() == null ? List.of(PUBLISH) : wish.permissions();
        return TrustedWorkflow.of(
                type,
                unlessGiven(github ? claims.repository() : claims.project(), "repository"),
                unlessGiven(file.file(), "file"),
                claims.environment(),
                permissions.contains(PUBLISH),
                permissions.contains(STAGE));
    }

    private static Trust told(TrustedPublisher one) {
        var file = new File(one.file());
        var claims =
                one.provider().equals("github")
                        ? new Claims(one.repository(), file, null, null, one.environment())
                        : new Claims(null, null, one.repository(), file, one.environment());
        var permissions = new ArrayList<String>();
        if (one.publishes()) {
            permissions.add(PUBLISH);
        }
        if (one.stages()) {
            permissions.add(STAGE);
        }
        return new Trust(one.id(), one.provider(), claims, permissions);
    }
}
