package varve.query.pages;

/// What the pages about the past say.
public interface HistoryWords {
    String history();

    String historyTitle(String of);

    String historyExplained();

    String nothingHappened();

    String proof();

    String somebodyErased();

    String theRegistry();

    String asRole(String role, String scope);

    String asStaff();

    String scopeCreated(String scope);

    String scopeDescribed();

    String memberJoined(String name, String role);

    String memberLeft(String name);

    String roleChanged(String name, String role);

    String packageCreated(String name);

    String packageDescribed(String name);

    String tagSet(String name, String tag, String version);

    String tagRemoved(String name, String tag);

    String versionPublished(String name);

    String versionYanked(String name);

    String versionUnyanked(String name);

    String versionDeprecated(String name);

    String versionUndeprecated(String name);

    String versionTombstoned(String name);

    String factTitle(String position);

    String factHeading(String position);

    String factExplained();

    String factSealed();

    String factLeaf();

    String factLeafHash();

    String factPath(String size);

    String factPathExplained();

    String factLeft();

    String factRight();

    String factGives();

    String factRoot();

    String factRootExplained();

    String factMore();
}
