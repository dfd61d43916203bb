package varve.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.command.modules.takeover.Takeover;
import varve.eventlog.EventLog;
import varve.eventlog.Projection;
import varve.projections.Tables;

/// What the operator's verbs do.
@Component
class Maintenance {
    private static final Duration TABLES_WITHIN = Duration.ofMinutes(10);

    private final EventLog log;
    private final List<Projection> projections;
    private final Verification verification;
    private final LogTransfer transfer;
    private final JdbcClient db;
    private final Blobs blobs;

    Maintenance(
            EventLog log,
            List<Projection> projections,
            Verification verification,
            LogTransfer transfer,
            JdbcClient db,
            Blobs blobs) {
        this.log = log;
        this.projections = projections;
        this.verification = verification;
        this.transfer = transfer;
        this.db = db;
        this.blobs = blobs;
    }

    /// @param words the verb and what belongs to it
    /// @return whether it went well; what there is to say has been said
    boolean run(List<String> words, PrintStream out) {
        return switch (words.getFirst()) {
            case "rebuild" -> rebuild(words.size() > 1 ? words.get(1) : "", out);
            case "verify" -> verification.run(out);
            case "export" -> transfer("exported", words, transfer::export, out);
            case "import" -> transfer("imported", words, transfer::read, out);
            case "import-modules" -> takeOver(words, out);
            default -> {
                out.println("there is no verb '" + words.getFirst() + "'");
                yield false;
            }
        };
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
            out.println("which file?");
            return false;
        }
        try {
            out.printf("%s %d facts%n", done, transfer.with(Path.of(words.get(1))));
            return true;
        } catch (IOException | BadSetting e) {
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
