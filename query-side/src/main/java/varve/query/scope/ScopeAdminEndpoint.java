package varve.query.scope;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.Rights;

/// Scopes as staff see them.
@RestController
class ScopeAdminEndpoint {
    private final FullScopes scopes;
    private final Rights rights;

    ScopeAdminEndpoint(FullScopes scopes, Rights rights) {
        this.scopes = scopes;
        this.rights = rights;
    }

    @GetMapping("/api/admin/scopes")
    Page.Items<FullScopeView> all(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String sortBy,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        return scopes.all(query, sortBy, Page.of(page, limit));
    }
}
