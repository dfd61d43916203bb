package varve.gateway.answers;

import varve.contract.Refusal.OfScopes;
import varve.contract.Refusal.OfScopes.AlreadyInvited;
import varve.contract.Refusal.OfScopes.NoOwnerAvailable;
import varve.contract.Refusal.OfScopes.PackageArchived;
import varve.contract.Refusal.OfScopes.PackageLimitReached;
import varve.contract.Refusal.OfScopes.PackageMoved;
import varve.contract.Refusal.OfScopes.PackageNotEmpty;
import varve.contract.Refusal.OfScopes.ScopeLimitReached;
import varve.contract.Refusal.OfScopes.ScopeMustHaveAdmin;
import varve.contract.Refusal.OfScopes.ScopeNameReserved;
import varve.contract.Refusal.OfScopes.ScopeNotEmpty;
import varve.contract.Refusal.OfScopes.VersionHasDependents;
import varve.contract.Refusal.OfScopes.WeeklyAttemptLimitReached;
import varve.contract.Refusal.OfScopes.WeeklyPackageLimitReached;
import varve.gateway.answers.Refusals.Answer;

/// What stands in the way of changes to scopes and packages, with JSR's codes where JSR has one.
final class ScopeRefusals {
    private ScopeRefusals() {}

    static Answer answer(OfScopes refusal) {
        return switch (refusal) {
            case AlreadyInvited(var scope) ->
                    new Answer(
                            400, "alreadyInvited", "They are invited to @" + scope + " already.");
            case ScopeMustHaveAdmin(var scope) ->
                    new Answer(400, "scopeMustHaveAdmin", "@" + scope + " must keep an admin.");
            case NoOwnerAvailable(var scope) ->
                    new Answer(
                            400,
                            "noScopeOwnerAvailable",
                            "No other admin of @" + scope + " has room to own it.");
            case ScopeNotEmpty(var scope) ->
                    new Answer(409, "scopeNotEmpty", "@" + scope + " still has packages.");
            case PackageNotEmpty(var pkg) ->
                    new Answer(409, "packageNotEmpty", "Something was published in " + pkg + ".");
            case PackageArchived(var pkg) ->
                    new Answer(400, "packageArchived", pkg + " is archived.");
            case PackageMoved(var pkg, var to) ->
                    new Answer(409, "packageMoved", pkg + " goes on as " + to + ".");
            case VersionHasDependents(var version) ->
                    new Answer(
                            400,
                            "deleteVersionHasDependents",
                            "Other packages depend on the package of " + version + ".");
            case ScopeLimitReached(var limit) ->
                    new Answer(
                            400, "scopeLimitReached", "You may own " + limit + " scopes at most.");
            case PackageLimitReached(var scope, var limit) ->
                    new Answer(
                            400,
                            "packageLimitExceeded",
                            "@" + scope + " may have " + limit + " packages at most.");
            case WeeklyPackageLimitReached(var scope, var limit) ->
                    new Answer(
                            400,
                            "weeklyPackageLimitExceeded",
                            "@" + scope + " may create " + limit + " packages within a week.");
            case WeeklyAttemptLimitReached(var scope, var limit) ->
                    new Answer(
                            400,
                            "weeklyPublishAttemptsLimitExceeded",
                            "@" + scope + " may try to publish " + limit + " times within a week.");
            case ScopeNameReserved(var scope) ->
                    new Answer(
                            400,
                            "scopeNameReserved",
                            "@" + scope + " is reserved; ask staff for it with a ticket.");
        };
    }
}
