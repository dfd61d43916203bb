package varve.query.pages;

/// What the pages of documentation say.
public interface DocWords {
    String docs();

    String docsTitle(String scope, String name, String what);

    String allSymbols();

    String searchSymbols();

    String symbolsFound(int n);

    String noDocumentation();

    String noSymbols();

    String entryPoints();

    String parameters();

    String returns();

    String optional();

    String example();

    String examples();

    String definedIn();

    String importedFrom();

    String functions();

    String variables();

    String classes();

    String interfaces();

    String enums();

    String typeAliases();

    String namespaces();

    String references();

    String constructors();

    String properties();

    String accessors();

    String methods();

    String indexSignatures();

    String callSignatures();

    String enumMembers();

    String docThrows();

    String docSee();

    String docSince();

    String docDefault();

    String docTemplate();

    String docExperimental();

    String score();

    String scoreTitle(String scope, String name);

    String scoreExplained();

    String scoreOf(int points, int of);

    String scoreReadme();

    String scoreExamples();

    String scoreEntries();

    String scoreSymbols(String percent);

    String scoreFastTypes();

    String scoreProvenance();

    String scoreDescription();

    String scoreOneRuntime();

    String scoreMoreRuntimes();

    String slowTypes();

    String slowTypesExplained();

    String dependentsTab();

    String dependentsTitle(String scope, String name);

    String noDependents();

    String dependenciesTitle(String scope, String name);

    String graphOf(String what);

    String diff();

    String diffTitle(String scope, String name);

    String diffFrom();

    String diffTo();

    String diffCompare();

    String diffFiles();

    String diffExports();

    String diffSymbols();

    String diffSignatures();

    String diffNothing();

    String diffAdded();

    String diffRemoved();

    String diffChanged();
}
