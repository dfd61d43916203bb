package varve.acceptance.matrix;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import varve.acceptance.kit.Client;

/// What came of every cell.
final class Table {
    private static final int WIDTH = 9;

    private final Map<String, Map<Client, Outcome>> rows = new LinkedHashMap<>();

    sealed interface Outcome {
        record Green() implements Outcome {}

        record Lacking(String why) implements Outcome {}

        record Red(String why) implements Outcome {}

        default String sign() {
            return switch (this) {
                case Green _ -> "yes";
                case Lacking _ -> "-";
                case Red _ -> "RED";
            };
        }
    }

    Table(List<Row> rows) {
        rows.forEach(row -> this.rows.put(row.operation(), new EnumMap<>(Client.class)));
    }

    synchronized void put(Row row, Client client, Outcome outcome) {
        Optional.ofNullable(rows.get(row.operation())).orElseThrow().put(client, outcome);
    }

    synchronized List<String> reds() {
        return told(Outcome.Red.class);
    }

    synchronized long cells() {
        return rows.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(outcome -> outcome instanceof Outcome.Green)
                .count();
    }

    /// With why a client lacks something below it.
    synchronized String text() {
        int first = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        var text = new StringBuilder(padded("", first));
        for (var client : Client.values()) {
            text.append(padded(client.title(), WIDTH));
        }
        text.append('\n');
        rows.forEach((operation, outcomes) -> {
            text.append(padded(operation, first));
            for (var client : Client.values()) {
                var outcome = Optional.ofNullable(outcomes.get(client));
                text.append(padded(outcome.map(Outcome::sign).orElse("?"), WIDTH));
            }
            text.append('\n');
        });
        text.append("\nA dash: the client itself has nothing of the kind.\n");
        lacking()
                .forEach((why, who) ->
                        text.append("  ").append(why).append(": ").append(who).append('\n'));
        return text.toString().replaceAll(" +\n", "\n");
    }

    private Map<String, String> lacking() {
        var reasons = new TreeMap<String, String>();
        rows.forEach((operation, outcomes) ->
                outcomes.forEach((client, outcome) -> {
                    if (outcome instanceof Outcome.Lacking(var why)
                            && !why.equals(Accounts.NO_COMMAND)) {
                        reasons.merge(
                                why,
                                operation + " (" + client.title() + ")",
                                (a, b) -> a + ", " + b);
                    }
                }));
        return reasons;
    }

    private List<String> told(Class<Outcome.Red> kind) {
        return rows.entrySet().stream()
                .flatMap(row ->
                        row.getValue().entrySet().stream()
                                .filter(cell -> kind.isInstance(cell.getValue()))
                                .map(cell ->
                                        row.getKey()
                                                + " by "
                                                + cell.getKey().title()
                                                + ": "
                                                + ((Outcome.Red) cell.getValue()).why()))
                .collect(Collectors.toList());
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
