package varve.query.pages;

/// What the pages about scopes, packages and their files say.
public interface PackageWords {
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

    String deprecated();

    String deprecatedNotice();

    String links();

    String homepage();

    String repository();

    String commands();

    String runsOn();

    String keywords();

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

    String downloads();

    String downloadsLastWeek(long times);

    String downloadsChart(long ever);

    String provenance();

    String provenanceCommit();

    String provenanceLog();

    String owners();
}
