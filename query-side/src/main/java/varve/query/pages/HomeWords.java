package varve.query.pages;

/// What the first page says.
public interface HomeWords {
    String homeTitle();

    String recentlyUpdated();

    String nothingPublishedYet();

    String howToInstall();

    String howToPublish();

    String withDeno();

    String withNpm();

    String describeIn();

    String createFirst();
}
