package varve.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import varve.eventlog.EventLog;
import varve.eventlog.Projection;

/// What the operator's verbs do.
@Component
class Maintenance {
    private final EventLog log;
    private final List<Projection> projections;
    private final Verification verification;

    Maintenance(EventLog log, List<Projection> projections, Verification verification) {
        this.log = log;
        this.projections = projections;
        this.verification = verification;
    }

    /// @param words the verb and what belongs to it
    /// @return whether it went well; what there is to say has been said
    boolean run(List<String> words, PrintStream out) {
        return switch (words.getFirst()) {
            case "rebuild" -> rebuild(words.size() > 1 ? words.get(1) : "", out);
            case "verify" -> verification.run(out);
            default -> {
                out.println("there is no verb '" + words.getFirst() + "'");
                yield false;
            }
        };
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
