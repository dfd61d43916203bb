package varve.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import varve.contract.NpmRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.gateway.access.Callers;
import varve.gateway.access.Curtain;
import varve.gateway.access.Curtain.View;
import varve.gateway.access.RateLimits;
import varve.gateway.access.Renamed;
import varve.gateway.access.SpelledPath;
import varve.gateway.access.Unshared;
import varve.gateway.answers.Refusals;
import varve.gateway.forms.FormRequest;
import varve.gateway.shelf.Headers;
import varve.gateway.shelf.LandFiles;
import varve.gateway.shelf.LogFiles;
import varve.gateway.shelf.ModuleFiles;
import varve.gateway.shelf.NpmFiles;

/// Where every request comes in. Files go straight from the shelf to the client; all else is passed
/// on with the caller known.
///
/// | host | path | goes to |
/// |---|---|---|
/// | npm | packuments, tags and tarballs, when read | {@link NpmFiles} |
/// | npm | the rest | command side or query side, as an {@link NpmRequest} |
/// | registry | a module's address, asked for by a tool | {@link ModuleFiles} |
/// | registry | `/x/name@version/file`, `/x/name/file`, `/cdn/…`, aliases of modules | {@link LandFiles} |
/// | registry | `/log/checkpoint`, `/log/key`, `/log/tile/…` | {@link LogFiles} |
/// | registry | `/api/…`, sent from a form | the same, as a {@link FormRequest} |
/// | registry | `/api/…`, `/modules`, `/builds`, `/stats`, `/webhook`, `/completions`, `/shields`, `/v2/…`, `/.well-known/deno-import-intellisense.json` | command side or query side, after {@link Callers} |
/// | registry | the rest | pages |
final class Door extends HttpFilter {
    private static final Pattern API =
            Pattern.compile(
                    "/api/.*|/(modules|builds|webhook|completions|shields)(/.*)?|/stats|/v2/.*"
                            + "|/\\.well-known/deno-import-intellisense\\.json");

    /// Whoever signs in may still carry a token that has ended, and shows a password of their own.
    private static final Pattern SIGNING_IN =
            Pattern.compile("/-/user/org\\.couchdb\\.user:.*|/-/v1/(login|(done|present)/.*)");

    private final int npmPort;
    private final transient ModuleFiles modules;
    private final transient LandFiles land;
    private final transient LogFiles log;
    private final transient NpmFiles npm;
    private final transient Callers callers;
    private final transient Curtain curtain;
    private final transient RateLimits limits;
    private final transient Refusals refusals;

    Door(
            int npmPort,
            ModuleFiles modules,
            LandFiles land,
            LogFiles log,
            NpmFiles npm,
            Callers callers,
            Curtain curtain,
            RateLimits limits,
            Refusals refusals) {
        this.npmPort = npmPort;
        this.modules = modules;
        this.land = land;
        this.log = log;
        this.npm = npm;
        this.callers = callers;
        this.curtain = curtain;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var host = Host.of(request, npmPort);
        host.remember(request);
        try {
            var path =
                    RequestPath.of(request.getRequestURI())
                            .orElseThrow(() ->
                                    new Refused(new Refusal.Malformed("the path is unusable")));
            requireDecentQuery(request);
            see(host, path, request, response, chain);
        } catch (Refused refused) {
            refusals.say(refused.refusal(), host, request, response);
        }
    }

    /// No database takes the character zero.
    private static void requireDecentQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            throw new Refused(new Refusal.Malformed("the query is unusable"));
        }
    }

    /// Whoever may not know of something is answered as if there were nothing.
    private void see(
            Host host,
            RequestPath path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var reader = curtain.reader(callers, request);
        switch (curtain.view(named(host, path), reader)) {
            case View.Open() -> route(host, path, request, response, chain);
            case View.Private() -> route(host, path, request, new Unshared(response), chain);
            case View.Hidden _ when host == Host.NPM && NpmWrite.isByJob(path, request, reader) ->
                    route(host, path, request, new Unshared(response), chain);
            case View.Hidden _
                    when host == Host.NPM && NpmWrite.isByPerson(path, request, reader) ->
                    throw new NpmRefusal.NameClosed("publish", NpmWrite.name(path)).refused();
            case View.Hidden(var instead, var name) -> {
                var other = new SpelledPath(instead, request);
                var renamed = new Renamed(name, response);
                try {
                    route(host, new RequestPath(instead), other, renamed, chain);
                } catch (Refused refused) {
                    refusals.say(refused.refusal(), host, other, renamed);
                }
                renamed.send();
            }
        }
    }

    /// On the npm host a package without a scope is named without any sign.
    private static String named(Host host, RequestPath path) {
        return switch (host) {
            case NPM -> NpmPath.spelled(path.text());
            case REGISTRY -> path.text();
        };
    }

    private void route(
            Host host,
            RequestPath path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        switch (host) {
            case NPM -> {
                if (!npm.answered(path, request, response)) {
                    Headers.api(response);
                    var npmRequest = new NpmRequest(path, request);
                    chain.doFilter(
                            SIGNING_IN.matcher(path.text()).matches()
                                    ? callers.unknown(npmRequest)
                                    : limits.counted(callers.known(npmRequest), response),
                            response);
                }
            }
            case REGISTRY -> {
                if (path.text().startsWith(NpmRequest.PREFIX)) {
                    throw new Refused(new Refusal.NoSuchRoute(path.text()));
                }
                if (ModuleRequest.wantsRawFile(path, request)) {
                    modules.answer(path, request, response);
                } else if (land.isAt(path, request)) {
                    land.answer(path, request, response);
                } else if (LogFiles.isAt(path, request)) {
                    log.answer(path, request, response);
                } else {
                    passOn(path, new SpelledPath(path.text(), request), response, chain);
                }
            }
        }
    }

    private void passOn(
            RequestPath path, SpelledPath request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (FormRequest.isForm(request)) {
            var form = FormRequest.of(request);
            chain.doFilter(
                    limits.counted(callers.knownToPages(form), response),
                    form.answeredBy(response));
        } else if (API.matcher(path.text()).matches()) {
            Headers.api(response);
            if (!Headers.answeredPreflight(request, response, Headers.API_METHODS)) {
                chain.doFilter(limits.counted(callers.known(request), response), response);
            }
        } else {
            chain.doFilter(callers.knownToPages(request), response);
        }
    }
}
