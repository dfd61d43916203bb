package varve.command.npm;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.star.StarCommand.StarPackage;
import varve.contract.star.StarCommand.UnstarPackage;
import varve.eventlog.Commands;

/// Stars, in the two forms in which pnpm sends them. npm sends a changed packument instead.
@RestController
class StarEndpoint {
    private final Stars stars;
    private final Done.Answer done;

    StarEndpoint(Stars stars, Done.Answer done) {
        this.stars = stars;
        this.done = done;
    }

    /// Lets a star shine or not.
    @Component
    static class Stars {
        private final Commands commands;
        private final Access access;

        Stars(Commands commands, Access access) {
            this.commands = commands;
            this.access = access;
        }

        /// @return position of the fact
        long set(PackageRef pkg, boolean shining, Caller caller) {
            var user = access.person(caller);
            access.exists(pkg, caller);
            var wish = shining ? new StarPackage(user, pkg) : new UnstarPackage(user, pkg);
            return commands.send(wish, caller).position();
        }
    }

    @PutMapping("/~npm/-/user/v1/star")
    ResponseEntity<Done> star(@RequestBody Said said, Caller caller) {
        return done.of(stars.set(named(said), true, caller), "starred");
    }

    @DeleteMapping("/~npm/-/user/v1/star")
    ResponseEntity<Done> unstar(@RequestBody Said said, Caller caller) {
        return done.of(stars.set(named(said), false, caller), "unstarred");
    }

    @PutMapping("/~npm/-/user/package/@{scope}/{name}/star")
    ResponseEntity<Done> star(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        return done.of(stars.set(PackageRef.of(scope, name), true, caller), "starred");
    }

    @DeleteMapping("/~npm/-/user/package/@{scope}/{name}/star")
    ResponseEntity<Done> unstar(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        return done.of(stars.set(PackageRef.of(scope, name), false, caller), "unstarred");
    }

    private static PackageRef named(Said said) {
        return PackageRef.of(Said.needed(said.pkg() != null ? said.pkg() : said.name(), "name"));
    }
}
