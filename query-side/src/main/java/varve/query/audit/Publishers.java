package varve.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.query.audit.Membership.Held;
import varve.query.audit.Rights.Holder;
import varve.query.audit.Rights.Right;

/// Which people could publish a version of a package at any point of the log: members and admins of
/// its scope, teams of it that were let publish an npm package, and staff as staff, unless
/// something kept them from it.
@Component
class Publishers {
    private final Past past;

    Publishers(Past past) {
        this.past = past;
    }

    /// @param right absent when it is not allowed
    /// @param refusal code of what they would have been told; absent when it is allowed
    record Verdict(@Nullable Right right, @Nullable String refusal) {}

    /// @param upTo position of the last fact that counts
    List<Holder> at(PackageRef pkg, long upTo) {
        return then(pkg, upTo).holders();
    }

    /// @param actor as the log writes them
    Verdict decision(PackageRef pkg, String actor, long upTo) {
        var then = then(pkg, upTo);
        return then.holders().stream()
                .filter(holder -> holder.actor().equals(actor))
                .findFirst()
                .map(holder -> new Verdict(holder.right(), null))
                .orElseGet(() -> new Verdict(null, then.refusal(actor)));
    }

    private Then then(PackageRef pkg, long upTo) {
        var scope = pkg.scope().text();
        var steps = past.ofScope(scope, upTo);
        var standing = Standing.of(past.ofPackage(pkg.text(), upTo));
        return new Then(
                scope,
                isThere(steps),
                isForJobs(steps),
                new Membership(scope, steps).at(upTo),
                standing.npm() ? Teammates.of(pkg.text(), past.ofTeams(scope, upTo)) : Map.of(),
                standing.refusal(),
                Accounts.of(past.ofAccounts(upTo)));
    }

    /// @param there whether there was such a scope
    /// @param forJobs whether only jobs of continuous integration published to it
    /// @param teammates with the position of what let them publish
    /// @param closed code of the refusal that everybody would have heard
    private record Then(
            String scope,
            boolean there,
            boolean forJobs,
            Map<String, Held> members,
            Map<String, Long> teammates,
            @Nullable String closed,
            Accounts accounts) {

        List<Holder> holders() {
            if (!there || closed != null) {
                return List.of();
            }
            var found = new ArrayList<Holder>();
            if (!forJobs) {
                members.forEach((user, held) -> {
                    if (isPublisher(user) && !accounts.closed().contains(user)) {
                        found.add(new Holder(Rights.USER + user, Rights.right(scope, held)));
                    }
                });
                teammates.forEach((user, since) -> {
                    if (!isPublisher(user) && !accounts.closed().contains(user)) {
                        found.add(new Holder(Rights.USER + user, new Right("team", scope, since)));
                    }
                });
            }
            accounts.staff()
                    .forEach((user, since) -> {
                        if (!accounts.closed().contains(user)) {
                            found.add(
                                    new Holder(
                                            Rights.STAFF + user, new Right("staff", null, since)));
                        }
                    });
            return found;
        }

        /// For somebody who is not among the holders.
        String refusal(String actor) {
            var user = actor.substring(actor.indexOf(':') + 1);
            if (accounts.closed().contains(user)) {
                return "blocked";
            }
            if (!there) {
                return "scopeNotFound";
            }
            if (actor.startsWith(Rights.STAFF) && !accounts.staff().containsKey(user)) {
                return "actorNotStaff";
            }
            if (actor.startsWith(Rights.USER)
                    && !isPublisher(user)
                    && !teammates.containsKey(user)) {
                return "actorNotScopeMember";
            }
            return Optional.ofNullable(closed).orElse("scopeRequiresPublishingFromCi");
        }

        private boolean isPublisher(String user) {
            return Optional.ofNullable(members.get(user))
                    .filter(held -> Past.PUBLISHERS.contains(held.role()))
                    .isPresent();
        }
    }

    private static boolean isThere(List<Past.Step> steps) {
        boolean there = false;
        for (var step : steps) {
            there =
                    switch (step.event()) {
                        case "scope.created" -> true;
                        case "scope.deleted" -> false;
                        default -> there;
                    };
        }
        return there;
    }

    private static boolean isForJobs(List<Past.Step> steps) {
        boolean forJobs = false;
        for (var step : steps) {
            forJobs =
                    switch (step.event()) {
                        case "scope.ci-required" -> step.is("required");
                        case "scope.created", "scope.deleted" -> false;
                        default -> forJobs;
                    };
        }
        return forJobs;
    }
}
