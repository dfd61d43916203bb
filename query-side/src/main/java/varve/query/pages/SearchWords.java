package varve.query.pages;

/// What search, and lists in general, say.
public interface SearchWords {
    String searchLabel();

    String searchButton();

    String suggestions();

    String showAll(long total);

    String nothingFound();

    String allPackages();

    String allPackagesTitle();

    String resultsTitle(String typed);

    String resultsFor();

    String narrowDown();

    String packagesFound(long total);

    String searchDegraded();

    String pages();

    String previous();

    String next();

    String pageOf(int page, long pages);
}
