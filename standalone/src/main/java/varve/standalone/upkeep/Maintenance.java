package varve.standalone.upkeep;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.ShelfTrouble;
import varve.command.account.Passwords;
import varve.command.account.Vault;
import varve.command.advisory.AdvisoryFeed;
import varve.command.advisory.AdvisoryFiles;
import varve.command.modules.takeover.Takeover;
import varve.command.npm.Intake;
import varve.contract.Live;
import varve.contract.pkg.NameRules;
import varve.contract.pkg.NameRules.Deed;
import varve.eventlog.EventLog;
import varve.eventlog.Projection;
import varve.projections.Tables;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.LiveSettings;
import varve.standalone.upkeep.verdaccio.VaultNewcomers;
import varve.standalone.upkeep.verdaccio.VerdaccioImport;

/// What the operator's verbs do.
@Component
public class Maintenance {
    private static final Duration TABLES_WITHIN = Duration.ofMinutes(10);

    private final EventLog log;
    private final List<Projection> projections;
    private final Verification verification;
    private final LogTransfer transfer;
    private final Backup backup;
    private final Restoring restoring;
    private final JdbcClient db;
    private final Blobs blobs;
    private final ObjectProvider<Intake> intake;
    private final ObjectProvider<Vault> vault;
    private final LiveSettings.Reload reload;
    private final AdvisoryFeed feed;
    private final ObjectProvider<Passwords> passwords;
    private final Live<NameRules> rules;

    Maintenance(
            EventLog log,
            List<Projection> projections,
            Verification verification,
            LogTransfer transfer,
            Backup backup,
            Restoring restoring,
            JdbcClient db,
            Blobs blobs,
            ObjectProvider<Intake> intake,
            ObjectProvider<Vault> vault,
            LiveSettings.Reload reload,
            AdvisoryFeed feed,
            ObjectProvider<Passwords> passwords,
            Live<NameRules> rules) {
        this.passwords = passwords;
        this.rules = rules;
        this.feed = feed;
        this.reload = reload;
        this.log = log;
        this.projections = projections;
        this.verification = verification;
        this.transfer = transfer;
        this.backup = backup;
        this.restoring = restoring;
        this.db = db;
        this.blobs = blobs;
        this.intake = intake;
        this.vault = vault;
    }

    /// @param words the verb and what belongs to it
    /// @return whether it went well; what there is to say has been said
    public boolean run(List<String> words, PrintStream out) {
        return switch (words.getFirst()) {
            case "rebuild" -> rebuild(words.size() > 1 ? words.get(1) : "", out);
            case "reload" -> reload(out);
            case "verify" -> verification.run(out);
            case "export" -> transfer("exported", words, transfer::export, out);
            case "advisories" -> advisories(words, out);
            case "import" ->
                    words.size() > 2
                            ? verdaccio(words, out)
                            : transfer("imported", words, transfer::read, out);
            case "backup" -> transfer("backed up", words, backup::write, out);
            case "restore" -> transfer("restored", words, restoring::read, out);
            case "import-modules" -> takeOver(words, out);
            default -> {
                out.println("there is no verb '" + words.getFirst() + "'");
                yield false;
            }
        };
    }

    private boolean reload(PrintStream out) {
        try {
            reload.run(out);
            return true;
        } catch (BadSetting e) {
            out.println(e.getMessage() + "; nothing was changed");
            return false;
        }
    }

    /// Ends when what was taken over can be read.
    private boolean takeOver(List<String> words, PrintStream out) {
        if (words.size() != 2) {
            out.println("which folder?");
            return false;
        }
        try {
            boolean whole =
                    new Takeover(Path.of(words.get(1)), log.commands(), log.states(), db, blobs)
                            .run(out);
            log.await(Tables.NAME, log.head(), TABLES_WITHIN);
            return whole;
        } catch (IOException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private interface Transfer {
        long with(Path file) throws IOException;
    }

    private static boolean transfer(
            String done, List<String> words, Transfer transfer, PrintStream out) {
        if (words.size() != 2) {
            out.println("which file, or which folder?");
            return false;
        }
        try {
            out.printf("%s %d facts%n", done, transfer.with(Path.of(words.get(1))));
            return true;
        } catch (IOException | BadSetting | ShelfTrouble e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private boolean advisories(List<String> words, PrintStream out) {
        try {
            if (words.size() == 1) {
                out.println(feed.fetch(out::println));
                return true;
            }
            var files = new AdvisoryFiles(log.commands(), out::println);
            out.printf("took in %d advisories%n", files.read(Path.of(words.get(1))));
            return true;
        } catch (IOException e) {
            out.println("cannot read " + e.getMessage());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean verdaccio(List<String> words, PrintStream out) {
        if (words.size() != 4 || !words.get(1).equals("verdaccio")) {
            out.println("which configuration and which storage?");
            return false;
        }
        if (intake.getIfAvailable() == null) {
            out.println("start the registry first: it looks at what it takes over");
            return false;
        }
        try {
            var newcomers =
                    new VaultNewcomers(
                            log.commands(), vault.getObject(), passwords.getObject(), db);
            var taken =
                    new VerdaccioImport(
                            intake.getObject(),
                            newcomers,
                            name -> !rules.now().isOpen(Deed.ACCESS, name),
                            out);
            taken.run(Path.of(words.get(2)), Path.of(words.get(3)).normalize());
            log.await(Tables.NAME, taken.last(), Duration.ofMinutes(1));
            return true;
        } catch (IOException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private boolean rebuild(String name, PrintStream out) {
        if (projections.stream().noneMatch(projection -> projection.name().equals(name))) {
            out.println(
                    projections.stream()
                            .map(Projection::name)
                            .sorted()
                            .collect(Collectors.joining(", ", "rebuild one of ", "")));
            return false;
        }
        long begun = System.nanoTime();
        log.rebuild(name);
        out.printf(
                "rebuilt %s from %d facts in %.1f s%n",
                name, log.position(name), (System.nanoTime() - begun) / 1e9);
        return true;
    }
}
