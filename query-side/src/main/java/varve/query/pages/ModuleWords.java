package varve.query.pages;

/// What is said about modules.
public interface ModuleWords {
    String moduleTitle(String name);

    String allModules();

    String moduleSearch();

    String modulesFound(long total);

    String buildTitle(String module, String version);

    String buildAsked();

    String buildFetched();

    String moduleImport();

    String moduleWithoutVersions();

    String moduleDependents();

    String moduleHook();

    String moduleHookExplained();

    String addModuleTitle();

    String addModule();

    String addModuleExplained();

    String moduleName();

    String moduleFolder();

    String moduleCheckName();

    String moduleNameNotValid();

    String moduleIsRegistered();

    String moduleNameIsFree();

    String addHookOpen();

    String addHookAddress();

    String addHookType();

    String addHookEvent();

    String addHookSave();

    String addHookWaiting();
}
