package varve.command.scope;

import static varve.contract.Refused.unlessGiven;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import varve.command.Access;
import varve.command.OneChange;
import varve.command.team.Teams;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.DeleteScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeCommand.RequireCi;
import varve.contract.scope.ScopeCommand.SetScopeVisibility;
import varve.contract.scope.ScopeCommand.VerifyCiActor;
import varve.contract.scope.ScopeName;
import varve.contract.scope.Visibility;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Wishes about scopes over HTTP.
@RestController
class ScopeEndpoint {
    private static final int SHORTEST_DESCRIPTION_BYTES = 5;
    private static final int LONGEST_DESCRIPTION_BYTES = 200;
    private static final Set<String> CHANGEABLE =
            Set.of("description", "ghActionsVerifyActor", "requirePublishingFromCI", "visibility");

    private final Commands commands;
    private final States states;
    private final Access access;
    private final Founding founding;
    private final Teams teams;

    ScopeEndpoint(Commands commands, States states, Access access, Founding founding, Teams teams) {
        this.teams = teams;
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.founding = founding;
    }

    record NewScope(@Nullable String scope, @Nullable String description) {}

    @PostMapping("/api/scopes")
    Written create(@RequestBody NewScope wish, Caller caller) {
        var creator = access.person(caller);
        var name = ScopeName.of(unlessGiven(wish.scope(), "scope"));
        var description = described(wish.description());
        long position =
                founding.found(name, creator, description, access.isOfStaff(caller), caller);
        return written(position, name);
    }

    @PatchMapping("/api/scopes/{scope}")
    Written change(
            @PathVariable String scope, @RequestBody Map<String, JsonNode> body, Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        var receipt = commands.send(wish(name, OneChange.of(body, CHANGEABLE)), caller);
        return written(receipt.position(), name);
    }

    /// Only empty scopes go. Pending invitations and teams go with it.
    @DeleteMapping("/api/scopes/{scope}")
    Written delete(@PathVariable String scope, Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        var before = states.of(Scope.SUBJECT, name.stream());
        var formed = teams.of(name);
        long position = commands.send(new DeleteScope(name), caller).position();
        teams.dissolve(name, formed, caller);
        if (before instanceof Scope.Owned owned) {
            founding.giveUp(name, owned.owner(), caller);
        }
        return Written.silently(position);
    }

    private static ScopeCommand wish(ScopeName name, OneChange change) {
        return switch (change.name()) {
            case "ghActionsVerifyActor" -> new VerifyCiActor(name, change.yes());
            case "requirePublishingFromCI" -> new RequireCi(name, change.yes());
            case "visibility" -> {
                name.requirePlain();
                yield new SetScopeVisibility(name, change.oneOf(Visibility.class));
            }
            default -> new DescribeScope(name, described(change.textOrNull()));
        };
    }

    private static Written written(long position, ScopeName name) {
        return new Written(position, "/api/scopes/" + name.text());
    }

    /// Empty, or 5 to 200 bytes (JSR's rule).
    private static String described(@Nullable String text) {
        var description = text == null ? "" : text.strip();
        int bytes = description.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > 0
                && (bytes < SHORTEST_DESCRIPTION_BYTES || bytes > LONGEST_DESCRIPTION_BYTES)) {
            throw new Refused(
                    new Refusal.Malformed("a scope's description has 5 to 200 bytes, or none"));
        }
        if (description.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    new Refusal.Malformed("a scope's description has no control characters"));
        }
        return description;
    }
}
