package varve.gateway.answers;

import jakarta.servlet.http.HttpServletResponse;
import varve.contract.NpmRefusal;
import varve.contract.Refusal;
import varve.contract.Refusal.OfPeople;
import varve.contract.Refusal.OfPeople.*;
import varve.gateway.answers.Refusals.Answer;

/// How HTTP says no to people who have yet to show who they are.
final class PeopleRefusals {
    private PeopleRefusals() {}

    static Answer answer(OfPeople refusal) {
        return switch (refusal) {
            case WrongPassword() ->
                    new Answer(401, "wrongPassword", "This name and this password do not match.");
            case OneTimeCodeNeeded() ->
                    new Answer(
                            401,
                            "oneTimeCodeNeeded",
                            "A one-time pass from your authenticator is needed.");
            case WrongOneTimeCode() ->
                    new Answer(401, "wrongOneTimeCode", "This one-time code is not good.");
            case SecondFactorIsOn() ->
                    new Answer(
                            409,
                            "secondFactorIsOn",
                            "One-time codes are asked for already. Give them up first.");
            case WrongPasskey(var why) ->
                    new Answer(401, "wrongPasskey", "This passkey is not good: " + why + ".");
            case PasskeyChallengeGone() ->
                    new Answer(
                            400,
                            "passkeyChallengeGone",
                            "Begin once more, in this browser: each challenge is good once and for"
                                    + " five minutes.");
            case PasskeyTaken() ->
                    new Answer(409, "passkeyTaken", "This passkey is in use here already.");
            case PasskeyNotFound(var passkey) ->
                    new Answer(
                            404, "passkeyNotFound", "You have no passkey '" + passkey + "' here.");
            case PasskeyLimitReached(var limit) ->
                    new Answer(
                            409,
                            "passkeyLimitReached",
                            "An account has at most " + limit + " passkeys.");
            case TooManyAttempts(var wait) ->
                    new Answer(
                            429,
                            "tooManyAttempts",
                            "Too many wrong tries. Wait " + wait + " seconds.");
            case LoginTaken(var login) ->
                    new Answer(409, "loginTaken", "The name '" + login + "' is taken.");
            case LoginNotAllowed(var login) ->
                    new Answer(
                            400,
                            "loginNotAllowed",
                            "'"
                                    + login
                                    + "' cannot be a name to sign in with: 1 to 64 letters, digits,"
                                    + " dots, hyphens and underscores, beginning with a letter or"
                                    + " digit.");
            case PasswordNotAllowed(var why) ->
                    new Answer(400, "passwordNotAllowed", "Choose another password: " + why + ".");
            case MailNotAllowed(var mail) ->
                    new Answer(400, "mailNotAllowed", "'" + mail + "' is no mail address.");
            case SignUpClosed() ->
                    new Answer(
                            403, "signUpClosed", "Accounts here are made by invitation or staff.");
            case InvitationNotFound() ->
                    new Answer(
                            404,
                            "invitationNotFound",
                            "This invitation is unknown, used or too old.");
            case NotInteractive() ->
                    new Answer(
                            403,
                            "credentialNotInteractive",
                            "Only a person who is signed in in a browser may do that.");
            case CrossSite() ->
                    new Answer(
                            403,
                            "crossSiteRequest",
                            "This request does not come from this registry's own pages.");
            case ElsewhereOnly() ->
                    new Answer(401, "ipAddressNotAllowed", "This token may not be used from here.");
            case UnknownLoginProvider(var name) ->
                    new Answer(
                            400, "unknownLoginService", "Nobody signs in here with " + name + ".");
            case InvalidOauthState() ->
                    new Answer(400, "invalidOauthState", "Begin to sign in once more, from here.");
            case SignOnFailed(var why) ->
                    new Answer(
                            400, "githubOauthError", "Signing in elsewhere failed: " + why + ".");
            case ConnectTaken(var service) ->
                    new Answer(
                            400,
                            "connectTakenService",
                            "That account at " + service + " belongs to somebody else here.");
            case DisconnectLast() ->
                    new Answer(
                            400,
                            "disconnectLastService",
                            "Nothing would be left to sign in with. Choose a password first.");
            case AuthorizationNotFound() ->
                    new Answer(404, "authorizationNotFound", "There is no such authorization.");
            case AuthorizationExpired() ->
                    new Answer(400, "authorizationExpired", "The authorization has expired.");
            case AuthorizationPending() ->
                    new Answer(
                            400, "authorizationPending", "The authorization is still undecided.");
            case AuthorizationDenied() ->
                    new Answer(400, "authorizationDenied", "The authorization was denied.");
            case WrongVerifier() ->
                    new Answer(
                            400,
                            "authorizationInvalidVerifier",
                            "The verifier does not belong to the challenge.");
            case InvalidOidcToken(var why) ->
                    new Answer(
                            401,
                            "invalidOidcToken",
                            "The identity token is not good: " + why + ".");
            case WorkloadNotAllowed(var why) -> new Answer(403, "actorNotAuthorized", why + ".");
        };
    }

    static void addHeaders(Refusal refusal, HttpServletResponse response) {
        if (refusal instanceof TooManyAttempts(var wait)) {
            response.setHeader("Retry-After", String.valueOf(wait));
        }
    }

    /// What npm clients look for: they ask for a one-time code, or say where one must be.
    static String challenge(Refusal refusal) {
        return switch (refusal) {
            case OneTimeCodeNeeded(), WrongOneTimeCode() -> "otp";
            case Refusal.OfNpm(NpmRefusal.PresenceNeeded _) -> "otp";
            case ElsewhereOnly() -> "ipaddress";
            default -> "Bearer";
        };
    }
}
