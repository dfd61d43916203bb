package varve.query.pages;

/// What the pages say where something is created or set.
public interface SettingsWords {
    String settings();

    String settingsTitle(String name);

    String membersTitle(String name);

    String newScopeName();

    String newPackageName();

    String createScope();

    String createPackage();

    String yourScopes();

    String signInToCreate();

    String newPackageLater();

    String notYourScope();

    String byProgram();

    String descriptionLabel();

    String sourceRepository();

    String repositoryOwner();

    String repositoryName();

    String linkIt();

    String unlinkIt();

    String runtimesLabel();

    String runtimeUnknown();

    String runtimeYes();

    String runtimeNo();

    String readmeFrom();

    String readmeFromReadme();

    String readmeFromDocs();

    String archiveIt();

    String unarchiveIt();

    String archiveExplained();

    String visibilityLabel();

    String visibilityPublic();

    String visibilityPrivate();

    String moveIt();

    String moveExplained();

    String deleteIt();

    String deletePackageExplained();

    String deleteScopeExplained();

    String yankIt(String version);

    String unyankIt(String version);

    String inviteSomebody();

    String inviteLogin();

    String roleLabel();

    String invite();

    String invited();

    String withdraw();

    String changeRole();

    String removeMember(String name);

    String leaveScope();

    String ciRequired();

    String ciRequiredNo();

    String ciRequiredYes();

    String ciActor();

    String ciActorNo();

    String ciActorYes();

    String usage();

    String usagePackages(long used, long most);

    String usageNewPackages(long used, long most);

    String usageAttempts(long used, long most);

    String invitesTitle();

    String invites();

    String noInvites();

    String invitedBy(String who, String role);

    String accept();

    String decline();

    String attemptsTitle();

    String attempts();

    String noAttempts();

    String stopAttempt();

    String retryAttempt();

    String personTitle(String name);

    String noScopes();

    String scopes();

    String attemptStatus();

    String roleReader();

    String roleAuditor();

    String roleMember();

    String roleAdmin();
}
