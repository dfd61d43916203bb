package varve.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
import varve.contract.account.Signing;
import varve.contract.account.UserId;
import varve.contract.ci.Workloads;
import varve.contract.token.Grant;
import varve.contract.token.TokenKind;
import varve.contract.token.TokenUse;

/// Finds out who is at the door and hands that on with the request. A token that is presented must
/// be good, also where none is needed (JSR's rule).
@Component
public class Callers implements HandlerMethodArgumentResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String ATTRIBUTE = Caller.class.getName();

    /// Staff act as staff only when they say so, with JSR's header or cookie.
    private static final String ELEVATION = "X-JSR-Sudo";

    private static final String ELEVATION_COOKIE = "sudo";

    private final Credentials credentials;
    private final ObjectProvider<Signing> signing;
    private final ObjectProvider<TokenUse> uses;
    private final ObjectProvider<Workloads> workloads;
    private final SameSite sameSite;

    Callers(
            Credentials credentials,
            ObjectProvider<Signing> signing,
            ObjectProvider<TokenUse> uses,
            ObjectProvider<Workloads> workloads,
            SameSite sameSite) {
        this.credentials = credentials;
        this.signing = signing;
        this.uses = uses;
        this.workloads = workloads;
        this.sameSite = sameSite;
    }

    /// The same request, with its caller known to all who handle it.
    ///
    /// @throws Refused when a credential is presented that is not good, or a browser was made to
    ///   send it by another site
    public HttpServletRequest known(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, caller(request, Presented.by(request)));
        return request;
    }

    /// The same request, from nobody, whatever it shows.
    public HttpServletRequest unknown(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, caller(request, new Presented.Nothing()));
        return request;
    }

    /// The same for pages: whose session has ended is a stranger again.
    public HttpServletRequest knownToPages(HttpServletRequest request) {
        sameSite.check(request);
        var presented = Presented.by(request);
        Caller caller;
        try {
            caller = caller(request, presented);
        } catch (Refused refused) {
            if (!(presented instanceof Presented.Cookie)
                    || !(refused.refusal() instanceof Refusal.InvalidToken)) {
                throw refused;
            }
            caller = caller(request, new Presented.Nothing());
        }
        request.setAttribute(ATTRIBUTE, caller);
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

    private Caller caller(HttpServletRequest request, Presented presented) {
        var agent = request.getHeader("User-Agent");
        var client = agent == null ? "" : agent;
        var requestId = UUID.randomUUID().toString();
        return switch (presented) {
            case Presented.Nothing() ->
                    new Caller(
                            new Actor.Anonymous(), null, new Grant.Everything(), requestId, client);
            case Presented.Cookie(var token) -> {
                sameSite.check(request);
                boolean elevated = Presented.cookie(request, ELEVATION_COOKIE).equals("1");
                yield byToken(token, elevated, request, requestId, client);
            }
            case Presented.Token(var token) -> byToken(token, false, request, requestId, client);
            case Presented.Identity(var scheme, var jwt) -> {
                var known =
                        Optional.ofNullable(workloads.getIfAvailable())
                                .orElseThrow(() -> new Refused(new Refusal.InvalidToken()))
                                .known(scheme, jwt);
                yield new Caller(
                        known.actor(), known.credential(), known.grant(), requestId, client);
            }
            case Presented.Password(var login, var password) ->
                    new Caller(
                            new Actor.User(byPassword(login, password, request)),
                            null,
                            new Grant.Everything(),
                            requestId,
                            client);
        };
    }

    private Caller byToken(
            String token,
            boolean elevated,
            HttpServletRequest request,
            String requestId,
            String client) {
        var holder = holder(token);
        if (holder.blocked()) {
            throw new Refused(new Refusal.Blocked());
        }
        if (!Addresses.mayUse(holder, request)) {
            throw new Refused(new Refusal.OfPeople.ElsewhereOnly());
        }
        uses.ifAvailable(use -> use.used(holder.token(), request.getRemoteAddr()));
        boolean asStaff = elevated || "true".equals(request.getHeader(ELEVATION));
        var actor =
                holder.staff() && asStaff
                        ? new Actor.Staff(holder.user())
                        : new Actor.User(holder.user());
        boolean interactive = holder.kind() == TokenKind.WEB;
        return new Caller(
                actor, holder.token().text(), holder.grant(), requestId, client, interactive);
    }

    private UserId byPassword(String login, String password, HttpServletRequest request) {
        var known = signing.getIfAvailable();
        return Optional.ofNullable(known)
                .flatMap(s -> s.person(login, password, request.getRemoteAddr()))
                .orElseThrow(() -> new Refused(new Refusal.OfPeople.WrongPassword()));
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
