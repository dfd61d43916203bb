package varve.query.pages;

/// What the pages say to staff.
public interface StaffWords {
    String auditLog();

    String staffTitle();

    String staff();

    String notActing();

    String actAsStaff();

    String stopActing();

    String people();

    String find();

    String foundOf(long total);

    String letIn();

    String letInButton();

    String makeInvitation();

    String block(String name);

    String unblock(String name);

    String appoint(String name);

    String unappoint(String name);

    String forgetPerson(String name);

    String dropSecondFactor(String name);

    String scopeLimit();

    String blocked();

    String idLabel();

    String assignScope();

    String ownerId();

    String addMember();

    String limits();

    String limitPackages();

    String limitNewPackages();

    String limitAttempts();

    String feature();

    String unfeature();

    String takeAway(String version);

    String modulesByHook();

    String unlisted();

    String unlist(String module);

    String relist(String module);

    String ownerTerms(String owner);

    String mostModules(int usually);

    String mostBytes(String usually);

    String mayPublishModules();

    String yes();

    String no();

    String forbiddenWords();

    String forbiddenWordsExplained();
}
