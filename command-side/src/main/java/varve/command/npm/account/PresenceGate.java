package varve.command.npm.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import varve.command.account.Presence;
import varve.command.account.SecondFactor;
import varve.contract.Caller;
import varve.contract.NpmRefusal;
import varve.contract.PublicAddresses;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// Whoever wants it so is asked for a one-time code with each change that a client of theirs makes
/// (npm's `auth-and-writes`), before its body comes in. Jobs of CI and tokens that were made for
/// machines are spared; what is handed in for approval is looked at when it is approved.
@Component
public class PresenceGate implements HandlerInterceptor, WebMvcConfigurer {
    static final String CODE = "npm-otp";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String TOKENS = "/~npm/-/npm/v1/tokens";

    /// These ask for what they need themselves, or change nothing.
    private static final Pattern UNGUARDED =
            Pattern.compile(
                    "/~npm/-/(v1/.*|user/(org\\.couchdb\\.user:.*|token/.*)|npm/v1/(user|oidc/.*"
                            + "|security/.*)|stage/.*)");

    private final Presence presence;
    private final SecondFactor second;
    private final PublicAddresses addresses;

    PresenceGate(Presence presence, SecondFactor second, PublicAddresses addresses) {
        this.presence = presence;
        this.second = second;
        this.addresses = addresses;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/~npm/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = request.getServletPath();
        if (READING.contains(request.getMethod())
                || UNGUARDED.matcher(path).matches()
                || !(request.getAttribute(Caller.class.getName()) instanceof Caller caller)) {
            return true;
        }
        var user = caller.user();
        if (user.isPresent() && isGuarded(user.get(), path) && !presence.isSpared(caller)) {
            check(user.get(), request, caller);
        }
        return true;
    }

    /// @throws Refused unless the request shows that the person is there
    public void check(UserId user, HttpServletRequest request, Caller caller) {
        var code = request.getHeader(CODE);
        if ((code == null || code.isBlank()) && "web".equals(request.getHeader("npm-auth-type"))) {
            presence.ask(user)
                    .ifPresent(asked -> {
                        throw needed(asked).refused();
                    });
        }
        presence.check(user, code, caller);
    }

    /// A token could be used to make another, which lasts longer.
    private boolean isGuarded(UserId user, String path) {
        return path.startsWith(TOKENS) ? second.isOn(user) : presence.guardsWrites(user);
    }

    private NpmRefusal needed(Presence.Asked asked) {
        return new NpmRefusal.PresenceNeeded(
                addresses.registry().resolve("/auth/present?code=" + asked.code()).toString(),
                addresses.npm().resolve("/-/v1/present/" + asked.exchangeToken()).toString());
    }
}
