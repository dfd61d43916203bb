package varve.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// How much of the API one person, one token and one address may use. Each node counts for itself;
/// files are not counted. What is left is told with every answer, in the fields of the IETF's draft
/// on rate limit headers.
@Component
public class RateLimits {
    private static final int MOST_COUNTED = 100_000;

    /// Requests within a minute; 0 for as many as they like.
    ///
    /// @param perAddress counts callers without credentials only, and none on this machine
    public record Terms(int perUser, int perToken, int perAddress) {}

    /// @param name of the policy, for example `user`
    private record Counted(String name, String whom, int limit) {}

    private final Terms terms;
    private final Cache<String, Allowance> allowances =
            Caffeine.newBuilder()
                    .maximumSize(MOST_COUNTED)
                    .expireAfterAccess(Allowance.WINDOW.plus(Duration.ofSeconds(1)))
                    .build();

    RateLimits(Terms terms) {
        this.terms = terms;
    }

    /// Counts a request whose caller is known, and tells what is left.
    ///
    /// @throws Refused when nothing is
    public HttpServletRequest counted(HttpServletRequest request, HttpServletResponse response) {
        var caller = (Caller) Objects.requireNonNull(request.getAttribute(Caller.class.getName()));
        counted(caller, request.getRemoteAddr()).stream()
                .map(counted -> allowance(counted).take(counted.name()))
                .min(Comparator.comparingLong(Allowance.Taken::remaining))
                .ifPresent(taken -> tell(taken, response));
        return request;
    }

    private Allowance allowance(Counted counted) {
        return Objects.requireNonNull(
                allowances.get(
                        counted.name() + ":" + counted.whom(),
                        _ -> new Allowance(counted.limit())));
    }

    private List<Counted> counted(Caller caller, String address) {
        var counted = new ArrayList<Counted>();
        caller.user()
                .ifPresent(user -> counted.add(new Counted("user", user.text(), terms.perUser())));
        var credential = caller.credential();
        if (credential != null) {
            counted.add(new Counted("token", credential, terms.perToken()));
        }
        if (counted.isEmpty() && !isHere(address)) {
            counted.add(new Counted("address", address, terms.perAddress()));
        }
        counted.removeIf(one -> one.limit() == 0);
        return counted;
    }

    private static void tell(Allowance.Taken taken, HttpServletResponse response) {
        var policy = "\"%s\";q=%d;w=%d";
        var left = "\"%s\";r=%d;t=%d";
        response.setHeader(
                "RateLimit-Policy",
                policy.formatted(taken.policy(), taken.limit(), Allowance.WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit",
                left.formatted(
                        taken.policy(),
                        Math.max(0, taken.remaining()),
                        taken.fullIn().toSeconds()));
        if (taken.remaining() < 0) {
            long wait = Math.max(1, taken.nextIn().plusMillis(999).toSeconds());
            response.setHeader("Retry-After", Long.toString(wait));
            throw new Refused(new Refusal.TooManyRequests(wait));
        }
    }

    private static boolean isHere(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
