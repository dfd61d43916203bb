package varve.command.pkg;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
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
import varve.contract.Caller;
import varve.contract.Written;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Commands;

/// Wishes about packages over HTTP.
@RestController
class PackageEndpoint {
    private final Commands commands;
    private final Access access;
    private final Creation creation;
    private final Deletion deletion;
    private final Moving moving;

    PackageEndpoint(
            Commands commands, Access access, Creation creation, Deletion deletion, Moving moving) {
        this.commands = commands;
        this.access = access;
        this.creation = creation;
        this.deletion = deletion;
        this.moving = moving;
    }

    record NewPackage(@JsonProperty("package") @Nullable String name) {}

    record NewPlace(@Nullable String scope, @JsonProperty("package") @Nullable String name) {}

    @PostMapping("/api/scopes/{scope}/packages")
    Written create(@PathVariable String scope, @RequestBody NewPackage wish, Caller caller) {
        var ref = PackageRef.of(scope, unlessGiven(wish.name(), "package"));
        access.member(caller, ref.scope());
        boolean granted = access.isOfStaff(caller);
        return written(creation.create(ref, Kind.SOURCE, granted, caller), ref);
    }

    /// Exactly one thing at a time. Only the description is every member's; staff feature.
    @PatchMapping("/api/scopes/{scope}/packages/{name}")
    Written change(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody Map<String, JsonNode> body,
            Caller caller) {
        var ref = PackageRef.of(scope, name);
        var change = OneChange.of(body, PackageChanges.POSSIBLE);
        switch (change.name()) {
            case "description" -> access.member(caller, ref.scope());
            case "isFeatured" -> access.staff(caller);
            default -> access.admin(caller, ref.scope());
        }
        var wish = PackageChanges.wish(ref, change);
        return written(commands.send(wish, caller).position(), ref);
    }

    @DeleteMapping("/api/scopes/{scope}/packages/{name}")
    Written delete(@PathVariable String scope, @PathVariable String name, Caller caller) {
        var ref = PackageRef.of(scope, name);
        access.admin(caller, ref.scope());
        return Written.silently(deletion.delete(ref, caller));
    }

    /// Renames a package, hands it to another scope, or both. Whoever asks is admin of both scopes.
    @PostMapping("/api/scopes/{scope}/packages/{name}/move")
    Written move(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody NewPlace place,
            Caller caller) {
        var from = PackageRef.of(scope, name);
        var to =
                PackageRef.of(
                        unlessGiven(place.scope(), "scope"), unlessGiven(place.name(), "package"));
        access.admin(caller, from.scope());
        access.admin(caller, to.scope());
        return written(moving.move(from, to, access.isOfStaff(caller), caller), to);
    }

    private static Written written(long position, PackageRef ref) {
        return new Written(
                position, "/api/scopes/" + ref.scope().text() + "/packages/" + ref.name().text());
    }
}
