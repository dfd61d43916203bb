package varve.command.npm;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.hook.HookDesk;
import varve.command.hook.HookShelf;
import varve.command.hook.Kind;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;

/// `npm hook`: who is told of packages, scopes and people's packages.
@RestController
class HookEndpoint {
    private static final String HOOKS = "/~npm/-/npm/v1/hooks";
    private static final String HOOK = HOOKS + "/hook";

    private final HookDesk desk;
    private final Access access;
    private final Names names;

    HookEndpoint(HookDesk desk, Access access, Names names) {
        this.desk = desk;
        this.access = access;
        this.names = names;
    }

    /// @param type `package`, `scope` or `owner`
    record Wish(
            @Nullable String type,
            @Nullable String name,
            @Nullable String endpoint,
            @Nullable String secret) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /// @param delivered whether something was told
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String id,
            String username,
            String name,
            String endpoint,
            String type,
            Instant created,
            Instant updated,
            boolean deleted,
            boolean delivered,
            @JsonProperty("last_delivery") @Nullable Instant lastDelivery,
            @JsonProperty("response_code") int status,
            String secret) {}

    record Listed(List<Shown> objects, int total) {}

    @GetMapping(HOOKS)
    Listed all(
            @RequestParam(name = "package", defaultValue = "") String pkg,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset,
            Caller caller) {
        var owner = access.person(caller);
        var all =
                desk.of(owner).stream()
                        .filter(hook -> pkg.isEmpty() || hook.about().equals(pkg))
                        .toList();
        var page =
                all.stream()
                        .skip(Math.max(0, offset))
                        .limit(Math.clamp(limit, 0, 100))
                        .map(this::shown)
                        .toList();
        return new Listed(page, all.size());
    }

    @PostMapping(HOOK)
    Shown add(@RequestBody Wish wish, Caller caller) {
        access.person(caller);
        var name = unlessGiven(wish.name(), "name");
        var kind = Kind.ofNpm(unlessGiven(wish.type(), "type"));
        var added =
                switch (kind) {
                    case PACKAGE -> {
                        var pkg = PackageRef.of(name);
                        access.exists(pkg, caller);
                        yield desk.add(
                                kind, pkg.text(), null, wish.endpoint(), wish.secret(), caller);
                    }
                    case SCOPE, CHANGES -> {
                        var scope = "@" + ScopeName.of(Said.bare(name)).text();
                        yield desk.add(kind, scope, null, wish.endpoint(), wish.secret(), caller);
                    }
                    case OWNER -> {
                        var login = Said.bare(name);
                        var person = names.of(login);
                        yield desk.add(kind, login, person, wish.endpoint(), wish.secret(), caller);
                    }
                };
        return shown(added);
    }

    @GetMapping(HOOK + "/{id}")
    Shown one(@PathVariable String id, Caller caller) {
        return shown(desk.mine(id, access.person(caller)));
    }

    @PutMapping(HOOK + "/{id}")
    Shown change(@PathVariable String id, @RequestBody Wish wish, Caller caller) {
        var hook = desk.mine(id, access.person(caller));
        return shown(desk.change(hook.id(), wish.endpoint(), wish.secret(), caller));
    }

    @DeleteMapping(HOOK + "/{id}")
    Shown remove(@PathVariable String id, Caller caller) {
        var hook = desk.mine(id, access.person(caller));
        desk.remove(hook.id(), caller);
        return shown(hook);
    }

    private Shown shown(HookShelf.Kept hook) {
        var status = hook.lastStatus();
        return new Shown(
                hook.id().text(),
                names.called(hook.owner()),
                hook.about(),
                hook.endpoint(),
                hook.kind().text(),
                hook.createdAt(),
                hook.updatedAt(),
                false,
                hook.lastAt() != null,
                hook.lastAt(),
                status == null ? 0 : status,
                "********");
    }
}
