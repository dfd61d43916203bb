package varve.gateway.answers;

import varve.contract.ModuleRefusal;
import varve.contract.ModuleRefusal.AlreadyBuilding;
import varve.contract.ModuleRefusal.BadSignature;
import varve.contract.ModuleRefusal.BodyMissing;
import varve.contract.ModuleRefusal.BodyType;
import varve.contract.ModuleRefusal.BuildIdMissing;
import varve.contract.ModuleRefusal.BuildIdNotValid;
import varve.contract.ModuleRefusal.BuildNotFound;
import varve.contract.ModuleRefusal.BuildNotPending;
import varve.contract.ModuleRefusal.ForbiddenWord;
import varve.contract.ModuleRefusal.LimitOutOfRange;
import varve.contract.ModuleRefusal.ModuleNotFound;
import varve.contract.ModuleRefusal.NameMissing;
import varve.contract.ModuleRefusal.NameNotValid;
import varve.contract.ModuleRefusal.NameTaken;
import varve.contract.ModuleRefusal.NotFromForge;
import varve.contract.ModuleRefusal.OwnerBlocked;
import varve.contract.ModuleRefusal.PageOutOfRange;
import varve.contract.ModuleRefusal.SubdirNotValid;
import varve.contract.ModuleRefusal.TooManyOfOwner;
import varve.contract.ModuleRefusal.TooManyOfRepository;
import varve.contract.ModuleRefusal.UnknownOrder;
import varve.contract.ModuleRefusal.VersionExists;
import varve.contract.ModuleRefusal.VersionNotValid;
import varve.gateway.answers.Refusals.Answer;

/// Every way in which deno.land/x says no, word for word: owners read these texts in their forge's
/// list of deliveries, and programs compare them.
final class ModuleRefusals {
    private ModuleRefusals() {}

    static Answer answer(ModuleRefusal refusal) {
        return switch (refusal) {
            case NotFromForge() -> no("webhookSource", "request does not come from GitHub");
            case BadSignature() ->
                    new Answer(
                            401, "webhookSignature", "the signature of the webhook is not valid");
            case NameMissing() -> no("moduleNameMissing", "no module name specified");
            case BodyType() ->
                    no("webhookContentType", "content-type is not json or x-www-form-urlencoded");
            case BodyMissing() -> no("webhookBodyMissing", "no body provided");
            case OwnerBlocked() ->
                    no(
                            "moduleOwnerBlocked",
                            "Publishing your module failed. Please contact modules@deno.com.");
            case SubdirNotValid() ->
                    no(
                            "moduleSubdir",
                            "provided sub directory is not valid as it does not end with a /");
            case NameTaken() ->
                    new Answer(
                            409,
                            "moduleNameTaken",
                            "module name is registered to a different repository");
            case TooManyOfRepository(var most) ->
                    no("modulesOfRepository", tooMany("repository", most));
            case TooManyOfOwner(var most) -> no("modulesOfOwner", tooMany("user/org", most));
            case NameNotValid _ -> no("moduleName", "module name is not valid");
            case ForbiddenWord _ -> no("moduleNameWord", "found forbidden word in module name");
            case VersionNotValid _ -> no("moduleVersion", "module version is not valid");
            case VersionExists _ -> no("moduleVersionExists", "version already exists");
            case AlreadyBuilding _ ->
                    no("moduleVersionBuilding", "this module version is already being published");
            case ModuleNotFound _ -> new Answer(404, "moduleNotFound", "module not found");
            case BuildIdMissing() -> no("buildIdMissing", "no build id provided");
            case BuildIdNotValid() -> no("buildId", "invalid build id");
            case BuildNotFound _ -> new Answer(404, "buildNotFound", "build not found");
            case BuildNotPending _ -> new Answer(409, "buildNotPending", "build has ended already");
            case LimitOutOfRange() ->
                    no("limit", "the limit may not be larger than 100 or smaller than 1");
            case PageOutOfRange() -> no("page", "the page number must not be lower than 1");
            case UnknownOrder() ->
                    no("sort", "the sort order must be one of stars, newest, oldest, random");
        };
    }

    private static Answer no(String code, String text) {
        return new Answer(400, code, text);
    }

    private static String tooMany(String of, long most) {
        return "Max number of modules for one "
                + of
                + " ("
                + most
                + ") has been reached. Please contact modules@deno.com if you need more.";
    }
}
