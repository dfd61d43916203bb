package varve.acceptance.ci;

import static varve.acceptance.ci.Hostile.bad;
import static varve.acceptance.ci.Hostile.forbidden;
import static varve.acceptance.ci.Hostile.lab;
import static varve.acceptance.ci.Hostile.shown;

import java.util.List;
import java.util.stream.Stream;
import varve.acceptance.ci.LocalIssuer.Draft;

/// Identity tokens that are signed well and must not be taken, for whose jobs they speak of.
final class HostileJobs {
    private final Jobs jobs;
    private final Draft good;
    private final Draft gitlab;

    HostileJobs(Jobs jobs) {
        this.jobs = jobs;
        this.good = jobs.github.github(jobs.audience("flag", Jobs.VERSION));
        this.gitlab = jobs.gitlab.gitlab(jobs.audience("flag", Jobs.VERSION));
    }

    Stream<Hostile> all() {
        return Stream.of(once(), repository(), owner(), actor(), event()).flatMap(List::stream);
    }

    private List<Hostile> once() {
        var used = jobs.usedGithub;
        return List.of(
                bad("once", "no name", good.without("jti")),
                bad("once", "an empty name", good.with("jti", "")),
                bad("once", "a blank name", good.with("jti", "  ")),
                bad("once", "a name without end", good.with("jti", "x".repeat(201))),
                bad("once", "a number for a name", good.with("jti", 7)),
                shown("once", "used before", used, Jobs.USED),
                shown("once", "used before, GitLab's", jobs.usedGitlab, Jobs.USED_GITLAB),
                shown("once", "in another spelling", used + "=", Jobs.USED),
                shown("once", "in a third spelling", used + "==", Jobs.USED),
                shown("once", "in a fourth spelling", used + "%0A", Jobs.USED),
                shown("once", "with the spare bits set", withSpareBits(used), Jobs.USED));
    }

    private List<Hostile> repository() {
        return List.of(
                forbidden("repository", "another", good.with("repository_id", "4712")),
                forbidden(
                        "repository", "another of the same name", good.with("repository_id", "1")),
                forbidden(
                        "repository",
                        "the number under another name",
                        good.with("repository", "evil/flag")),
                forbidden(
                        "repository",
                        "GitLab's with another number",
                        Hostile.GITLAB + gitlab.with("project_id", "4712").signed(),
                        "actorNotAuthorized"),
                bad("repository", "none", good.without("repository_id")),
                bad("repository", "a list", good.with("repository_id", List.of("4711"))),
                lab("repository", "none of GitLab's", gitlab.without("project_id")));
    }

    /// The number of the owner was seen before, with the first upload.
    private List<Hostile> owner() {
        return List.of(
                forbidden("owner", "another", good.another().with("repository_owner_id", "43")),
                forbidden(
                        "owner",
                        "another of the same name",
                        good.another()
                                .with("repository_owner_id", "43")
                                .with("repository_owner", "luca")),
                forbidden(
                        "owner",
                        "almost the same",
                        good.another().with("repository_owner_id", "042")),
                forbidden(
                        "owner",
                        "another of GitLab's",
                        Hostile.GITLAB + gitlab.another().with("namespace_id", "43").signed(),
                        "actorNotAuthorized"),
                bad("owner", "none", good.without("repository_owner_id")),
                bad("owner", "a blank one", good.another().with("repository_owner_id", " ")),
                lab("owner", "none of GitLab's", gitlab.without("namespace_id")));
    }

    private List<Hostile> actor() {
        return List.of(
                stranger("somebody unknown", Hostile.GITHUB + good.with("actor_id", "7").signed()),
                stranger(
                        "a larger number",
                        Hostile.GITHUB + good.with("actor_id", "10010").signed()),
                stranger(
                        "somebody unknown at GitLab",
                        Hostile.GITLAB + gitlab.with("user_id", "7").signed()),
                bad("actor", "nobody", good.without("actor_id")),
                bad("actor", "several", good.with("actor_id", List.of("1001"))),
                lab("actor", "nobody at GitLab", gitlab.without("user_id")));
    }

    private static Hostile stranger(String variant, String authorization) {
        return forbidden("actor", variant, authorization, "actorNotScopeMember");
    }

    private List<Hostile> event() {
        return List.of(
                bad(
                        "event",
                        "a stranger's pull request",
                        good.with("event_name", "pull_request_target")),
                bad("event", "in capitals", good.with("event_name", "PULL_REQUEST_TARGET")),
                bad("event", "in a list", good.with("event_name", List.of("pull_request_target"))),
                bad("event", "with blanks", good.with("event_name", " pull_request_target ")),
                bad("event", "none", good.without("event_name")),
                lab(
                        "event",
                        "a merge request",
                        gitlab.with("pipeline_source", "merge_request_event")),
                lab(
                        "event",
                        "an outside one",
                        gitlab.with("pipeline_source", "external_pull_request_event")),
                lab("event", "none of GitLab's", gitlab.without("pipeline_source")),
                lab("event", "an unprotected branch", gitlab.with("ref_protected", "false")),
                lab("event", "a branch of which nothing is said", gitlab.without("ref_protected")),
                shown("event", "GitLab's as GitHub's", Hostile.GITHUB + gitlab.signed()),
                shown("event", "GitHub's as GitLab's", Hostile.GITLAB + good.signed()));
    }

    /// A signature of 256 bytes fills 341⅓ characters; the last of them has four bits to spare.
    private static String withSpareBits(String authorization) {
        var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = digits.indexOf(authorization.charAt(authorization.length() - 1));
        return authorization.substring(0, authorization.length() - 1) + digits.charAt(last ^ 1);
    }
}
