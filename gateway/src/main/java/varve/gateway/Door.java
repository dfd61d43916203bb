package varve.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.gateway.access.Callers;
import varve.gateway.answers.Refusals;
import varve.gateway.shelf.Headers;
import varve.gateway.shelf.LandFiles;
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
/// | registry | `/x/name@version/file` | {@link LandFiles} |
/// | registry | `/api/…`, `/modules`, `/builds`, `/stats`, `/webhook` | command side or query side, after {@link Callers} |
/// | registry | the rest | pages |
final class Door extends HttpFilter {
    private static final Pattern API =
            Pattern.compile(
                    "/api/.*|/(modules|builds|webhook|completions|shields)(/.*)?|/stats|/v2/.*"
                            + "|/\\.well-known/deno-import-intellisense\\.json");

    private final int npmPort;
    private final transient ModuleFiles modules;
    private final transient LandFiles land;
    private final transient NpmFiles npm;
    private final transient Callers callers;
    private final transient Refusals refusals;

    Door(
            int npmPort,
            ModuleFiles modules,
            LandFiles land,
            NpmFiles npm,
            Callers callers,
            Refusals refusals) {
        this.npmPort = npmPort;
        this.modules = modules;
        this.land = land;
        this.npm = npm;
        this.callers = callers;
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
            route(host, path, request, response, chain);
        } catch (Refused refused) {
            refusals.say(refused.refusal(), host, request, response);
        }
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
                    chain.doFilter(callers.known(new NpmRequest(path, request)), response);
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
                } else if (isApi(path)) {
                    Headers.api(response);
                    if (!Headers.answeredPreflight(request, response, Headers.API_METHODS)) {
                        chain.doFilter(callers.known(request), response);
                    }
                } else {
                    chain.doFilter(callers.known(request), response);
                }
            }
        }
    }

    private static boolean isApi(RequestPath path) {
        return API.matcher(path.text()).matches();
    }
}
