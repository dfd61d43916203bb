package varve.query.pages;

/// What the pages say about passkeys.
public interface PasskeyWords {
    String passkeys();

    String passkeysExplained();

    String noPasskeys();

    String passkeyAdd();

    String passkeyName();

    String passkeyRemove(String name);

    String passkeySignIn();

    String passkeyShow();

    String passkeyNeedsScript();

    String passkeyLastUsed(String moment);

    String problemWrongPasskey();

    String problemPasskeyChallengeGone();
}
