package varve.gateway.answers;

import varve.contract.Refusal.OfModules;
import varve.contract.Refusal.OfModules.AlreadyBuilding;
import varve.contract.Refusal.OfModules.BadSignature;
import varve.contract.Refusal.OfModules.BodyMissing;
import varve.contract.Refusal.OfModules.BodyType;
import varve.contract.Refusal.OfModules.BuildIdMissing;
import varve.contract.Refusal.OfModules.BuildIdNotValid;
import varve.contract.Refusal.OfModules.BuildNotFound;
import varve.contract.Refusal.OfModules.BuildNotPending;
import varve.contract.Refusal.OfModules.ForbiddenWord;
import varve.contract.Refusal.OfModules.LimitOutOfRange;
import varve.contract.Refusal.OfModules.ModuleNotFound;
import varve.contract.Refusal.OfModules.NameMissing;
import varve.contract.Refusal.OfModules.NameNotValid;
import varve.contract.Refusal.OfModules.NameTaken;
import varve.contract.Refusal.OfModules.NotFromForge;
import varve.contract.Refusal.OfModules.OwnerBlocked;
import varve.contract.Refusal.OfModules.PageOutOfRange;
import varve.contract.Refusal.OfModules.SubdirNotValid;
import varve.contract.Refusal.OfModules.TooManyOfOwner;
import varve.contract.Refusal.OfModules.TooManyOfRepository;
import varve.contract.Refusal.OfModules.UnknownOrder;
import varve.contract.Refusal.OfModules.VersionExists;
import varve.contract.Refusal.OfModules.VersionNotValid;
import varve.gateway.answers.Refusals.Answer;

/// Every way in which deno.land/x says no, word for word: owners read these texts in their forge's
/// list of deliveries, and programs compare them.
final class ModuleRefusals {
    private ModuleRefusals() {}

    static Answer answer(OfModules refusal) {
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
