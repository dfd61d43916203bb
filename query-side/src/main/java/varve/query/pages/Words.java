package varve.query.pages;

/// Everything the pages say, in one language. Each message stands in the message file under its
/// method's name.
public interface Words {
    String language();

    String siteName();

    String sentence();

    String skipToContent();

    String mainNavigation();

    String browse();

    String publish();

    String footer();

    String registryAt();

    String npmAt();

    String searchLabel();

    String searchButton();

    String suggestions();

    String showAll(long total);

    String nothingFound();

    String allPackages();

    String allPackagesTitle();

    String resultsTitle(String typed);

    String resultsFor();

    String packagesFound(long total);

    String searchDegraded();

    String pages();

    String previous();

    String next();

    String pageOf(int page, long pages);

    String homeTitle();

    String recentlyUpdated();

    String nothingPublishedYet();

    String howToInstall();

    String howToPublish();

    String withDeno();

    String withNpm();

    String describeIn();

    String createFirst();

    String justNow();

    String minutesAgo(long n);

    String hoursAgo(long n);

    String daysAgo(long n);

    String monthsAgo(long n);

    String yearsAgo(long n);

    String scopeTitle(String scope);

    String scopeSince(String day);

    String packages();

    String noPackagesYet();

    String members();

    String admin();

    String packageTitle(String scope, String name);

    String versionsTitle(String scope, String name);

    String filesTitle(String scope, String name, String path);

    String packageNavigation();

    String overview();

    String versions();

    String files();

    String latest();

    String yanked();

    String yankedNotice();

    String noVersionsYet();

    String noReadme();

    String readmeTooLarge();

    String install();

    String onceIn();

    String then();

    String keepAddressSet();

    String published();

    String publisher();

    String licence();

    String size();

    String usedBy();

    String dependents(int n);

    String filesAndBytes(int files, String size);

    String exports();

    String dependencies();

    String noDependencies();

    String version();

    String browseFiles();

    String path();

    String name();

    String rawAt();

    String binaryFile();

    String fileTooLarge();

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

    String newToken();

    String newTokenExplained();

    String newScope();

    String newPackage();

    String newPublish();

    String troubleTitle(String status);

    String notFound();

    String notPossible();

    String unavailable();

    String ourFault();

    String goHome();
}
