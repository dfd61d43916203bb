package varve.gateway.answers;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refusal.*;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.TaskLookup;
import varve.gateway.Host;

/// Every way the registry says no, and how HTTP says it. Codes are JSR's where JSR has one; the
/// compiler keeps the table complete.
@Component
public class Refusals {
    private static final Duration TASK_APPEARS_WITHIN = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// @param status of HTTP
    /// @param code for programs
    /// @param message for people
    record Answer(int status, String code, String message) {}

    private final JsonMapper json;
    private final TaskLookup tasks;

    Refusals(JsonMapper json, TaskLookup tasks) {
        this.json = json;
        this.tasks = tasks;
    }

    /// Says no in the client's own dialect; to people, with a page.
    public void say(
            Refusal refusal, Host host, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var answer = answer(refusal);
        if (host == Host.REGISTRY && People.areAsking(request)) {
            People.answer(refusal, answer, request, response);
            return;
        }
        response.setStatus(answer.status());
        response.setContentType("application/json");
        if (answer.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        PeopleRefusals.addHeaders(refusal, response);
        if (host == Host.NPM && answer.status() == 401) {
            response.setHeader("WWW-Authenticate", PeopleRefusals.challenge(refusal));
        }
        var body =
                switch (host) {
                    case REGISTRY -> registryBody(refusal, answer);
                    case NPM -> NpmRefusals.body(refusal, answer);
                };
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private Map<String, Object> registryBody(Refusal refusal, Answer answer) {
        var body = new LinkedHashMap<String, Object>();
        if (refusal instanceof OfModules) {
            body.put("success", false);
            body.put("error", answer.message());
            return body;
        }
        body.put("code", answer.code());
        body.put("message", answer.message());
        if (refusal instanceof DuplicateVersion(_, var attempt)) {
            task(AttemptId.of(attempt)).ifPresent(task -> body.put("task", task));
        }
        return body;
    }

    /// Clients go on with the attempt they are told of. The one that was a moment faster may not
    /// have reached the tables yet.
    private Optional<?> task(AttemptId attempt) {
        var deadline = System.nanoTime() + TASK_APPEARS_WITHIN.toNanos();
        Optional<?> task = tasks.task(attempt);
        while (task.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            task = tasks.task(attempt);
        }
        return task;
    }

    static Answer answer(Refusal refusal) {
        return switch (refusal) {
            case Malformed(var why) -> new Answer(400, "malformedRequest", capital(why) + ".");
            case NotGzip() ->
                    new Answer(
                            400,
                            "missingGzipContentEncoding",
                            "An upload is sent with 'Content-Encoding: gzip'.");
            case TooLarge(var limit) ->
                    new Answer(
                            413,
                            "tarballSizeLimitExceeded",
                            "An upload has at most " + limit + " bytes.");
            case MethodNotAllowed(var method) ->
                    new Answer(405, "methodNotAllowed", method + " is not possible here.");
            case NoSuchRoute(var path) ->
                    new Answer(404, "notFound", "There is nothing at " + path + ".");
            case MissingAuthentication() ->
                    new Answer(401, "missingAuthentication", "Who are you? Send a token.");
            case InvalidToken() ->
                    new Answer(401, "invalidBearerToken", "This token is unknown or has expired.");
            case MissingPermission() ->
                    new Answer(403, "missingPermission", "This credential does not allow that.");
            case Blocked() -> new Answer(403, "blocked", "This account is blocked.");
            case NotStaff() ->
                    new Answer(
                            403, "actorNotAuthorized", "Only staff acting as staff may do that.");
            case NotScopeMember(var scope) ->
                    new Answer(
                            403, "actorNotScopeMember", "You are not a member of @" + scope + ".");
            case NotScopeAdmin(var scope) ->
                    new Answer(
                            403, "actorNotScopeAdmin", "You are not an admin of @" + scope + ".");
            case NotUser() -> new Answer(403, "actorNotUser", "Only a person may do that.");
            case CiRequired(var scope) ->
                    new Answer(
                            403,
                            "scopeRequiresPublishingFromCi",
                            "Only CI publishes to @" + scope + ".");
            case NotScopeReader(var scope) ->
                    new Answer(403, "actorNotAuthorized", "You may not look into @" + scope + ".");
            case UserNotFound(var id) -> notFound("userNotFound", "user " + id);
            case TokenNotFound(var id) -> notFound("tokenNotFound", "token " + id);
            case ScopeNotFound(var scope) -> notFound("scopeNotFound", "scope @" + scope);
            case PackageNotFound(var pkg) -> notFound("packageNotFound", "package " + pkg);
            case VersionNotFound(var version) -> notFound("packageVersionNotFound", version);
            case PathNotFound(var path) ->
                    notFound("packagePathNotFound", "file or folder " + path);
            case AttemptNotFound(var id) -> notFound("publishNotFound", "publishing task " + id);
            case MemberNotFound(var user) -> notFound("scopeMemberNotFound", "member " + user);
            case InviteNotFound(var scope) ->
                    notFound("scopeInviteNotFound", "such invitation to @" + scope);
            case TicketMessageEmpty() ->
                    new Answer(400, "ticketMessageEmpty", "A ticket says something.");
            case TicketMetaNotValid(var why) ->
                    new Answer(400, "ticketMetaNotValid", "'meta' is not valid: " + why + ".");
            case TicketNotFound(var id) -> notFound("ticketNotFound", "ticket " + id);
            case TooManyRequests(var wait) ->
                    new Answer(
                            429,
                            "tooManyRequests",
                            "Too many requests. Try again in " + wait + " s.");
            case OfScopes ofScopes -> ScopeRefusals.answer(ofScopes);
            case FactNotFound(var position) -> notFound("factNotFound", "fact " + position);
            case UserAlreadyExists(var id) ->
                    new Answer(409, "userAlreadyExists", "User " + id + " exists already.");
            case TokenAlreadyExists(var id) ->
                    new Answer(409, "tokenAlreadyExists", "Token " + id + " exists already.");
            case ScopeAlreadyExists(var scope) ->
                    new Answer(
                            409,
                            "scopeAlreadyExists",
                            "The scope @" + scope + " is taken (hyphens do not count).");
            case PackageAlreadyExists(var pkg) ->
                    new Answer(
                            409,
                            "packageAlreadyExists",
                            pkg + " exists already (hyphens do not count).");
            case AlreadyScopeMember(var scope) ->
                    new Answer(400, "alreadyScopeMember", "Already a member of @" + scope + ".");
            case ScopeNameNotAllowed(var scope, var why) ->
                    new Answer(400, "scopeNameNotAllowed", "'" + scope + "' is no scope: " + why);
            case PackageNameNotAllowed(var name, var why) ->
                    new Answer(
                            400, "packageNameNotAllowed", "'" + name + "' is no package: " + why);
            case DuplicateVersion(var version, _) ->
                    new Answer(
                            400,
                            "duplicateVersionPublish",
                            version + " is published, or being published, already.");
            case BodyTooLarge(var limit) ->
                    new Answer(413, "bodyTooLarge", "A request has at most " + limit + " bytes.");
            case AlreadyPublished(var version) ->
                    new Answer(
                            409,
                            "versionAlreadyPublished",
                            "You cannot publish over the previously published versions: "
                                    + version
                                    + ".");
            case OtherKindOfPackage(var pkg) ->
                    new Answer(
                            409,
                            "otherKindOfPackage",
                            pkg + " is published by another kind of client.");
            case OutdatedRevision(var pkg) ->
                    new Answer(
                            409,
                            "outdatedRevision",
                            pkg + " was changed by somebody else meanwhile. Try again.");
            case TagNeeded(var tag) ->
                    new Answer(400, "tagNeeded", "The tag '" + tag + "' cannot be removed.");
            case TarballMismatch(var why) -> new Answer(400, "tarballMismatch", capital(why) + ".");
            case UnsoundTarball(var why) ->
                    new Answer(400, "unsoundTarball", "The tarball is refused: " + why + ".");
            case AttemptNotPending(var attempt) ->
                    new Answer(
                            409,
                            "publishNotPending",
                            "Attempt " + attempt + " has ended, or is too near its end.");
            case TeamNotFound(var team) -> notFound("teamNotFound", "team @" + team);
            case TeamAlreadyExists(var team) ->
                    new Answer(409, "teamAlreadyExists", "There is a team @" + team + " already.");
            case UpstreamAltered(var version) ->
                    new Answer(
                            502,
                            "upstreamAltered",
                            "The registry that has "
                                    + version
                                    + " offers other bytes than those that entered before.");
            case UploadGone(var attempt) ->
                    new Answer(
                            404,
                            "uploadNotFound",
                            "What attempt " + attempt + " sent is not kept any more.");
            case OfModules(var why) -> ModuleRefusals.answer(why);
            case OfNpm(var why) -> NpmRefusals.answer(why);
            case OfProvenance(var why) -> ProvenanceRefusals.answer(why);
            case OfPeople ofPeople -> PeopleRefusals.answer(ofPeople);
            case Unavailable(var part) ->
                    new Answer(
                            503, "unavailable", "The registry's " + part + " is away. Try again.");
            case Contended(var stream) ->
                    new Answer(503, "contended", "Too many changes to " + stream + ". Try again.");
        };
    }

    private static Answer notFound(String code, String what) {
        return new Answer(404, code, "There is no " + what + ".");
    }

    private static String capital(@Nullable String text) {
        return text == null || text.isEmpty()
                ? ""
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
