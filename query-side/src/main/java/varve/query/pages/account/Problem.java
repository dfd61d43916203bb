package varve.query.pages.account;

import java.util.Optional;
import varve.query.pages.Words;

/// What was wrong with a form, as the address of the page with the form says it.
enum Problem {
    WRONG_PASSWORD("WrongPassword"),
    ONE_TIME_CODE_NEEDED("OneTimeCodeNeeded"),
    WRONG_ONE_TIME_CODE("WrongOneTimeCode"),
    WRONG_PASSKEY("WrongPasskey"),
    PASSKEY_CHALLENGE_GONE("PasskeyChallengeGone"),
    TOO_MANY_ATTEMPTS("TooManyAttempts"),
    LOGIN_TAKEN("LoginTaken"),
    LOGIN_NOT_ALLOWED("LoginNotAllowed"),
    PASSWORD_NOT_ALLOWED("PasswordNotAllowed"),
    MAIL_NOT_ALLOWED("MailNotAllowed"),
    SIGN_UP_CLOSED("SignUpClosed"),
    INVITATION_NOT_FOUND("InvitationNotFound"),
    OTHER("");

    private final String refusal;

    Problem(String refusal) {
        this.refusal = refusal;
    }

    /// @param refusal name of the refusal; empty when there was none
    static Optional<Problem> of(String refusal) {
        if (refusal.isEmpty()) {
            return Optional.empty();
        }
        for (var problem : values()) {
            if (problem.refusal.equals(refusal)) {
                return Optional.of(problem);
            }
        }
        return Optional.of(OTHER);
    }

    String text(Words words) {
        return switch (this) {
            case WRONG_PASSWORD -> words.problemWrongPassword();
            case ONE_TIME_CODE_NEEDED -> words.problemOneTimeCodeNeeded();
            case WRONG_ONE_TIME_CODE -> words.problemWrongOneTimeCode();
            case WRONG_PASSKEY -> words.problemWrongPasskey();
            case PASSKEY_CHALLENGE_GONE -> words.problemPasskeyChallengeGone();
            case TOO_MANY_ATTEMPTS -> words.problemTooManyAttempts();
            case LOGIN_TAKEN -> words.problemLoginTaken();
            case LOGIN_NOT_ALLOWED -> words.problemLoginNotAllowed();
            case PASSWORD_NOT_ALLOWED -> words.problemPasswordNotAllowed();
            case MAIL_NOT_ALLOWED -> words.problemMailNotAllowed();
            case SIGN_UP_CLOSED -> words.problemSignUpClosed();
            case INVITATION_NOT_FOUND -> words.problemInvitationNotFound();
            case OTHER -> words.problemOther();
        };
    }
}
