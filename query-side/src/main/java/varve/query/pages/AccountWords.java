package varve.query.pages;

/// What the pages say to people about who they are.
public interface AccountWords {
    String accountTitle();

    String signInTitle();

    String signIn();

    String signUpTitle();

    String signUp();

    String signOut();

    String login();

    String password();

    String mail();

    String mailOptional();

    String noAccountYet();

    String haveAccount();

    String nameShown();

    String save();

    String signInWith(String service);

    String accountsElsewhere();

    String connect(String service);

    String disconnect(String service);

    String messages();

    String dismiss();

    String sessions();

    String sessionsExplained();

    String thisSession();

    String since(String moment);

    String lastUsed(String moment, String address);

    String neverUsed();

    String until(String moment);

    String forEver();

    String endIt();

    String tokens();

    String noTokens();

    String newTokenHeading();

    String tokenDescription();

    String tokenMay();

    String mayEverything();

    String mayPublish();

    String mayRead();

    String tokenTarget();

    String tokenDays();

    String makeToken();

    String freshTitle();

    String freshExplained();

    String back();

    String changePassword();

    String oldPassword();

    String newPassword();

    String eraseAccount();

    String eraseExplained();

    String erase();

    String problemWrongPassword();

    String problemTooManyAttempts();

    String problemLoginTaken();

    String problemLoginNotAllowed();

    String problemPasswordNotAllowed();

    String problemMailNotAllowed();

    String problemSignUpClosed();

    String problemInvitationNotFound();

    String problemOther();
}
