package varve.contract;

/// Every way the registry says no. Each carries exactly what its message needs; status, code and
/// text for each stand in the door's table, which does not compile while one is missing there.
public sealed interface Refusal {

    // the request itself

    record Malformed(String why) implements Refusal {}

    record NotGzip() implements Refusal {}

    record TooLarge(long limitBytes) implements Refusal {}

    record BodyTooLarge(long limitBytes) implements Refusal {}

    record MethodNotAllowed(String method) implements Refusal {}

    record TooManyRequests(long secondsToWait) implements Refusal {}

    record NoSuchRoute(String path) implements Refusal {}

    // who is asking

    record MissingAuthentication() implements Refusal {}

    record InvalidToken() implements Refusal {}

    record MissingPermission() implements Refusal {}

    record NotStaff() implements Refusal {}

    record Blocked() implements Refusal {}

    record NotScopeMember(String scope) implements Refusal {}

    record NotScopeAdmin(String scope) implements Refusal {}

    record NotUser() implements Refusal {}

    record NotScopeReader(String scope) implements Refusal {}

    record CiRequired(String scope) implements Refusal {}

    // what is not there

    record UserNotFound(String id) implements Refusal {}

    record TokenNotFound(String id) implements Refusal {}

    record ScopeNotFound(String scope) implements Refusal {}

    record PackageNotFound(String pkg) implements Refusal {}

    record VersionNotFound(String version) implements Refusal {}

    /// @param path within a version
    record PathNotFound(String path) implements Refusal {}

    record AttemptNotFound(String id) implements Refusal {}

    record MemberNotFound(String user) implements Refusal {}

    record InviteNotFound(String scope) implements Refusal {}

    record TicketNotFound(String id) implements Refusal {}

    record TicketMessageEmpty() implements Refusal {}

    record TicketMetaNotValid(String why) implements Refusal {}

    /// There is no such position in the log, or it has no leaf yet.
    record FactNotFound(String position) implements Refusal {}

    // what is there already, or may not be

    record UserAlreadyExists(String id) implements Refusal {}

    record TokenAlreadyExists(String id) implements Refusal {}

    record ScopeAlreadyExists(String scope) implements Refusal {}

    record PackageAlreadyExists(String pkg) implements Refusal {}

    record AlreadyScopeMember(String scope) implements Refusal {}

    record ScopeNameNotAllowed(String scope, String why) implements Refusal {}

    record PackageNameNotAllowed(String name, String why) implements Refusal {}

    /// An attempt for this version is under way or has succeeded; clients go on with that one.
    record DuplicateVersion(String version, String attempt) implements Refusal {}

    /// The number was given before, whether or not its bytes are still there.
    record AlreadyPublished(String version) implements Refusal {}

    record OtherKindOfPackage(String pkg) implements Refusal {}

    /// Somebody else changed the document between its being read and written.
    record OutdatedRevision(String pkg) implements Refusal {}

    record TagNeeded(String tag) implements Refusal {}

    /// What a client claims about its tarball is not what it sent.
    record TarballMismatch(String why) implements Refusal {}

    record UnsoundTarball(String why) implements Refusal {}

    record AttemptNotPending(String attempt) implements Refusal {}

    /// The bytes of an attempt are not kept any more.
    record UploadGone(String attempt) implements Refusal {}

    /// What stands in the way of changes to scopes and packages.
    sealed interface OfScopes extends Refusal {
        record AlreadyInvited(String scope) implements OfScopes {}

        record ScopeMustHaveAdmin(String scope) implements OfScopes {}

        record NoOwnerAvailable(String scope) implements OfScopes {}

        record ScopeNotEmpty(String scope) implements OfScopes {}

        record PackageNotEmpty(String pkg) implements OfScopes {}

        record PackageArchived(String pkg) implements OfScopes {}

        record PackageMoved(String pkg, String to) implements OfScopes {}

        record VersionHasDependents(String version) implements OfScopes {}

        record ScopeLimitReached(int limit) implements OfScopes {}

        record PackageLimitReached(String scope, int limit) implements OfScopes {}

        record WeeklyPackageLimitReached(String scope, int limit) implements OfScopes {}

        record WeeklyAttemptLimitReached(String scope, int limit) implements OfScopes {}

        record ScopeNameReserved(String scope) implements OfScopes {}
    }

    record OfModules(ModuleRefusal why) implements Refusal {}

    record OfNpm(NpmRefusal why) implements Refusal {}

    record TeamNotFound(String team) implements Refusal {}

    record TeamAlreadyExists(String team) implements Refusal {}

    /// What people hear who have yet to show who they are.
    sealed interface OfPeople extends Refusal {
        /// Name or password; which of them is not said.
        record WrongPassword() implements OfPeople {}

        record OneTimeCodeNeeded() implements OfPeople {}

        record WrongOneTimeCode() implements OfPeople {}

        record SecondFactorIsOn() implements OfPeople {}

        /// What an authenticator has signed does not show that it is they.
        record WrongPasskey(String why) implements OfPeople {}

        /// Nothing was asked of this browser, or too long ago, or it has answered already.
        record PasskeyChallengeGone() implements OfPeople {}

        record PasskeyTaken() implements OfPeople {}

        record PasskeyNotFound(String passkey) implements OfPeople {}

        record PasskeyLimitReached(int limit) implements OfPeople {}

        record TooManyAttempts(long secondsToWait) implements OfPeople {}

        record LoginTaken(String login) implements OfPeople {}

        record LoginNotAllowed(String login) implements OfPeople {}

        record PasswordNotAllowed(String why) implements OfPeople {}

        record MailNotAllowed(String mail) implements OfPeople {}

        record SignUpClosed() implements OfPeople {}

        record InvitationNotFound() implements OfPeople {}

        record NotInteractive() implements OfPeople {}

        /// Another site made the browser send this.
        record CrossSite() implements OfPeople {}

        record ElsewhereOnly() implements OfPeople {}

        record UnknownLoginProvider(String name) implements OfPeople {}

        /// Somebody comes back from signing in elsewhere whom nobody sent there.
        record InvalidOauthState() implements OfPeople {}

        record SignOnFailed(String why) implements OfPeople {}

        /// The account elsewhere belongs to somebody else here.
        record ConnectTaken(String service) implements OfPeople {}

        /// There would be no way to sign in any more.
        record DisconnectLast() implements OfPeople {}

        record AuthorizationNotFound() implements OfPeople {}

        record AuthorizationExpired() implements OfPeople {}

        record AuthorizationPending() implements OfPeople {}

        record AuthorizationDenied() implements OfPeople {}

        record WrongVerifier() implements OfPeople {}

        record InvalidOidcToken(String why) implements OfPeople {}

        record WorkloadNotAllowed(String why) implements OfPeople {}
    }

    /// Another registry has other bytes now than those that entered.
    record UpstreamAltered(String version) implements Refusal {}

    // our own trouble

    record Unavailable(String part) implements Refusal {}

    record Contended(String stream) implements Refusal {}
}
