package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;

/// Every client does everything that it can, one thing after the other as somebody would at a
/// terminal; `make matrix` prints what came of it. `-Dvarve.matrix=npm12,bun` takes a few columns.
@Tag("long")
class ClientMatrixTest {
    private static final int AT_ONCE = 2;

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void every_client_does_everything_that_it_can() throws Exception {
        var rows =
                Stream.of(
                                Accounts.rows(),
                                Packages.rows(),
                                Installing.rows(),
                                Tags.rows(),
                                People.rows(),
                                Checks.rows(),
                                Approving.rows(),
                                Leaving.rows())
                        .flatMap(List::stream)
                        .toList();
        var table = new Table(rows);
        try (var columns = Executors.newFixedThreadPool(AT_ONCE)) {
            var work =
                    chosen().stream()
                            .<Callable<Void>>map(client ->
                                    () -> {
                                        column(client, rows, table);
                                        return null;
                                    })
                            .toList();
            for (var done : columns.invokeAll(work)) {
                done.get();
            }
        }
        var reds = table.reds();
        var text = table.text() + String.join("\n", reds);
        System.out.println(text);
        Files.writeString(Path.of("target", "matrix.txt"), text + "\n");
        assertThat(reds).isEmpty();
        assertThat(table.cells()).as("cells that were run").isPositive();
    }

    private void column(Client client, List<Row> rows, Table table) throws Exception {
        var own = Files.createDirectories(folder.resolve(client.name()));
        var desk = new Desk(varve, client, own);
        for (var row : rows) {
            table.put(row, client, outcome(row.cells().apply(client), desk));
        }
    }

    private static Table.Outcome outcome(Cell cell, Desk desk) {
        return switch (cell) {
            case Cell.Lacks(var why) -> new Table.Outcome.Lacking(why);
            case Cell.Does(var check) -> {
                try {
                    check.on(desk);
                    yield new Table.Outcome.Green();
                } catch (Exception | AssertionError e) {
                    yield new Table.Outcome.Red(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private static List<Client> chosen() {
        var names = System.getProperty("varve.matrix", "");
        return names.isEmpty()
                ? List.of(Client.values())
                : Arrays.stream(Client.values())
                        .filter(client ->
                                List.of(names.split(",")).contains(client.title().replace(" ", "")))
                        .toList();
    }
}
