package varve.command.hook;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.NpmRefusal;
import varve.contract.hook.HookId;
import varve.contract.scope.ScopeName;

/// Webhooks of a scope, for its admins: they hear what the change feed says of it, and of its
/// private packages too.
@RestController
class ScopeHookEndpoint {
    private static final String HOOKS = "/api/scopes/{scope}/hooks";

    private final HookDesk desk;
    private final HookShelf shelf;
    private final Attempts attempts;
    private final Access access;

    ScopeHookEndpoint(HookDesk desk, HookShelf shelf, Attempts attempts, Access access) {
        this.desk = desk;
        this.shelf = shelf;
        this.attempts = attempts;
        this.access = access;
    }

    /// @param secret what deliveries are signed with; made here when absent
    record Wish(@Nullable String endpoint, @Nullable String secret) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /// @param secret told once, when the webhook is made
    /// @param lastStatus of the latest delivery; absent before the first and when none was answered
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String id,
            String scope,
            String endpoint,
            @Nullable String secret,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant lastDeliveryAt,
            @Nullable Integer lastStatus) {

        static Shown of(HookShelf.Kept hook, @Nullable String secret) {
            return new Shown(
                    hook.id().text(),
                    hook.about().substring(1),
                    hook.endpoint(),
                    secret,
                    hook.createdAt(),
                    hook.updatedAt(),
                    hook.lastAt(),
                    hook.lastStatus());
        }

        @Override
        public String toString() {
            return "Shown[" + id + "]";
        }
    }

    @GetMapping(HOOKS)
    List<Shown> all(@PathVariable String scope, Caller caller) {
        return shelf.ofScope(mine(scope, caller)).stream()
                .map(hook -> Shown.of(hook, null))
                .toList();
    }

    @PostMapping(HOOKS)
    Shown add(@PathVariable String scope, @RequestBody Wish wish, Caller caller) {
        var about = mine(scope, caller);
        unlessGiven(wish.endpoint(), "endpoint");
        var added = desk.add(Kind.CHANGES, about, null, wish.endpoint(), wish.secret(), caller);
        return Shown.of(added, added.secret());
    }

    @PatchMapping(HOOKS + "/{id}")
    Shown change(
            @PathVariable String scope,
            @PathVariable String id,
            @RequestBody Wish wish,
            Caller caller) {
        var hook = one(scope, id, caller);
        return Shown.of(desk.change(hook.id(), wish.endpoint(), wish.secret(), caller), null);
    }

    @DeleteMapping(HOOKS + "/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String scope, @PathVariable String id, Caller caller) {
        desk.remove(one(scope, id, caller).id(), caller);
        return ResponseEntity.noContent().build();
    }

    /// How the last hundred deliveries went, the latest first.
    @GetMapping(HOOKS + "/{id}/deliveries")
    List<Attempts.Told> deliveries(
            @PathVariable String scope, @PathVariable String id, Caller caller) {
        return attempts.of(one(scope, id, caller).id());
    }

    private String mine(String scope, Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        return "@" + name.text();
    }

    private HookShelf.Kept one(String scope, String id, Caller caller) {
        var about = mine(scope, caller);
        return shelf.one(HookId.of(id))
                .filter(hook -> hook.kind() == Kind.CHANGES && hook.about().equals(about))
                .orElseThrow(() -> new NpmRefusal.HookNotFound(id).refused());
    }
}
