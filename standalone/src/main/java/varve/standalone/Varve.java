package varve.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Setting;
import varve.standalone.settings.Settings;

/// The one executable. Without a word it serves; with a verb it does what an operator does now and
/// then.
public final class Varve {
    private static final String USAGE =
            """
            usage: varve                      serve, in the foreground
                   varve rebuild <projection> drop what is derived from the log and derive it again:
                                              tables, search, module-search, inspection, builds
                                              or transparency
                   varve verify               check that log, tables and shelf agree
                   varve export <file>        write the whole log, a fact a line
                   varve import <file>        read a log into an empty registry
                   varve backup <folder>      copy log, shelf, vault and keys, beside a running registry
                   varve restore <folder>     fill an empty registry from a backup
                   varve import-modules <folder>
                                              take over an installation of deno_registry2
                   varve import verdaccio <config.yaml> <storage>
                                              take over what was published to a Verdaccio
                   varve advisories [folder]  take in known flaws of packages, in OSV's form, from
                                              there or from VARVE_ADVISORIES_URL
                   varve reload               have a running registry read its settings again
                   varve settings             list everything that can be set
            """;

    private Varve() {}

    public static void main(String[] arguments) {
        try {
            var words = List.of(arguments);
            switch (words.isEmpty() ? "serve" : words.getFirst()) {
                case "serve" -> Server.run(settings());
                case "settings" -> System.out.print(Setting.manual());
                case "rebuild",
                        "verify",
                        "export",
                        "import",
                        "import-modules",
                        "backup",
                        "restore",
                        "reload",
                        "advisories" ->
                        System.exit(Verbs.run(settings(), words));
                default -> {
                    System.err.print(USAGE);
                    System.exit(2);
                }
            }
        } catch (BadSetting e) {
            System.err.println("varve: " + e.getMessage());
            System.exit(2);
        } catch (IOException | CompletionException e) {
            System.err.println("varve: " + rootMessage(e));
            System.exit(1);
        }
    }

    private static Settings settings() throws IOException {
        var settings = Settings.of(System.getenv());
        if (Files.notExists(settings.home())) {
            Files.createDirectories(settings.home());
            Files.setPosixFilePermissions(
                    settings.home(), PosixFilePermissions.fromString("rwx------"));
        }
        return settings;
    }

    private static String rootMessage(Throwable trouble) {
        var root = trouble;
        for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        var message = root.getMessage();
        return message == null ? Arrays.toString(root.getStackTrace()) : message;
    }
}
