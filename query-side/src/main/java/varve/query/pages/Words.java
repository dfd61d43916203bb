package varve.query.pages;

/// Everything the pages say, in one language. Each message stands in the message file under its
/// method's name.
public interface Words
        extends SearchWords,
                HomeWords,
                TimeWords,
                PackageWords,
                PublishingWords,
                ModuleWords,
                AccountWords,
                SecondFactorWords,
                PasskeyWords,
                AuthorizationWords,
                DocWords,
                HistoryWords,
                SettingsWords,
                TicketWords,
                StaffWords {
    String language();

    String languages();

    String copy();

    String copied();

    String account();

    String manual();

    String manualTitle(String chapter);

    String apiReference();

    String apiExplained();

    String apiForPrograms();

    String siteName();

    String sentence();

    String skipToContent();

    String mainNavigation();

    String browse();

    String publish();

    String footer();

    String registryAt();

    String npmAt();

    String troubleTitle(String status);

    String notFound();

    String notPossible();

    String unavailable();

    String ourFault();

    String goHome();
}
