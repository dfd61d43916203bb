package varve.command.pkg;

import static varve.contract.Refused.unlessGiven;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageCommand.DescribePackage;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Commands;

/// Wishes about packages over HTTP.
@RestController
class PackageEndpoint {
    private final Commands commands;
    private final Access access;

    PackageEndpoint(Commands commands, Access access) {
        this.commands = commands;
        this.access = access;
    }

    record NewPackage(
            @com.fasterxml.jackson.annotation.JsonProperty("package") @Nullable String name) {}

    record Change(@Nullable String description) {}

    @PostMapping("/api/scopes/{scope}/packages")
    Written create(@PathVariable String scope, @RequestBody NewPackage wish, Caller caller) {
        var ref = PackageRef.of(scope, unlessGiven(wish.name(), "package"));
        access.member(caller, ref.scope());
        return written(commands.send(new CreatePackage(ref), caller).position(), ref);
    }

    @PatchMapping("/api/scopes/{scope}/packages/{name}")
    Written change(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestBody Change change,
            Caller caller) {
        var ref = PackageRef.of(scope, name);
        access.member(caller, ref.scope());
        var description = oneLine(unlessGiven(change.description(), "description"));
        return written(
                commands.send(new DescribePackage(ref, description), caller).position(), ref);
    }

    private static Written written(long position, PackageRef ref) {
        return new Written(
                position, "/api/scopes/" + ref.scope().text() + "/packages/" + ref.name().text());
    }

    /// One line of at most 250 bytes without control characters (JSR's rule).
    private static String oneLine(String text) {
        var line = text.replaceAll("\\R", " ").strip();
        if (line.getBytes(StandardCharsets.UTF_8).length > Pkg.LONGEST_DESCRIPTION_BYTES) {
            throw new Refused(
                    new Refusal.Malformed("a package's description has at most 250 bytes"));
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    new Refusal.Malformed("a package's description has no control characters"));
        }
        return line;
    }
}
