package varve.query.pages;

/// What the pages say about one-time codes.
public interface SecondFactorWords {
    String secondFactor();

    String secondFactorExplained();

    String secondFactorIsOn();

    String setUp();

    String giveUp();

    String oneTimeCode();

    String oneTimeCodeIfAny();

    String enterSecret();

    String openAuthenticator();

    String recoveryTitle();

    String recoveryExplained();

    String confirm();

    String problemOneTimeCodeNeeded();

    String problemWrongOneTimeCode();

    String presentTitle();

    String presentExplained();
}
