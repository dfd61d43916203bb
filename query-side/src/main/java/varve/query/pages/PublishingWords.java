package varve.query.pages;

/// What is said to those who publish.
public interface PublishingWords {
    String statusTitle(String scope, String name, String version);

    String publishing();

    String stepReceived();

    String stepExamined();

    String stepListed();

    String stepWaiting();

    String stepRunning();

    String stepDone();

    String stepFailed();

    String notPublished();

    String isPublished();

    String refreshesItself();

    String refresh();

    String begun();

    String attempt();

    String newTitle();

    String newHeading();

    String newExplained();

    String packageExists();

    String scopeExists();

    String newTokenExplained();

    String newScope();

    String newPackage();

    String newPublish();

    String publishTitle(String name);

    String publishByHand();

    String publishFromCi();

    String jobsOfRepository();

    String noRepositoryLinked();

    String trustExplained();

    String nobodyTrusted();

    String trustWorkflow();

    String trustProvider();

    String trustRepository();

    String trustFile();

    String trustEnvironment();

    String trustMay();

    String trustPublishes();

    String trustStages();

    String distrust();

    String moreInManual();
}
