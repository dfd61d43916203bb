package varve.command.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.PackageRef;

/// Trusted publishing: a job shows who it is and hears whether it may publish, or at least hand in.
/// The identity token goes on being its credential, so nothing is made that could leak and nothing
/// is kept; it ends within minutes and publishes each version once.
@RestController
class ExchangeEndpoint {
    private static final String BEARER = "Bearer ";

    private final TrustedJobs trusted;
    private final NameGuard names;

    ExchangeEndpoint(TrustedJobs trusted, NameGuard names) {
        this.names = names;
        this.trusted = trusted;
    }

    record Exchanged(String token, @JsonProperty("token_type") String type) {
        @Override
        public String toString() {
            return "Exchanged[…]";
        }
    }

    @PostMapping("/~npm/-/npm/v1/oidc/token/exchange/package/@{scope}/{name}")
    Exchanged exchange(
            @PathVariable String scope,
            @PathVariable String name,
            HttpServletRequest request,
            Caller caller) {
        if (!(caller.actor() instanceof Actor.Workload job)) {
            throw new Refused(
                    new Refusal.OfPeople.InvalidOidcToken("only a job of CI has anything here"));
        }
        var pkg = PackageRef.of(scope, name);
        trusted.stager(pkg, job);
        names.check(Deed.PUBLISH, pkg, caller);
        return new Exchanged(request.getHeader("Authorization").substring(BEARER.length()), "oidc");
    }
}
