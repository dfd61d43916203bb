package varve.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Credentials;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.token.Grant;

/// Finds out who is at the door and hands that on with the request. A token that is presented must
/// be good, also where none is needed (JSR's rule).
@Component
public class Callers implements HandlerMethodArgumentResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String BEARER = "Bearer ";

    /// Staff act as staff only when they say so, with JSR's header.
    private static final String ELEVATION = "X-JSR-Sudo";

    private final Credentials credentials;

    Callers(Credentials credentials) {
        this.credentials = credentials;
    }

    /// The same request, with its caller known to all who handle it.
    ///
    /// @throws Refused when a token is presented that is not good
    public HttpServletRequest known(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, caller(request));
        return request;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getAttribute(ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
    }

    private Caller caller(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        var agent = request.getHeader("User-Agent");
        var client = agent == null ? "" : agent;
        var requestId = UUID.randomUUID().toString();
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return new Caller(
                    new Actor.Anonymous(), null, new Grant.Everything(), requestId, client);
        }
        var holder = holder(authorization.substring(BEARER.length()));
        var actor =
                holder.staff() && "true".equals(request.getHeader(ELEVATION))
                        ? new Actor.Staff(holder.user())
                        : new Actor.User(holder.user());
        return new Caller(actor, holder.token().text(), holder.grant(), requestId, client);
    }

    private Credentials.Holder holder(String token) {
        try {
            return credentials
                    .holder(Sha256.hex(token.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow(() -> new Refused(new Refusal.InvalidToken()));
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot look up a credential");
            throw new Refused(new Refusal.Unavailable("database"));
        }
    }
}
