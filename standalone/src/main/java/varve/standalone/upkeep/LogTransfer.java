package varve.standalone.upkeep;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import varve.eventlog.StoredFact;
import varve.eventlog.StoredFacts;
import varve.standalone.settings.BadSetting;

/// Carries the whole log out of a registry and into an empty one, a fact a line. Metadata and
/// payload stand there as text, so that their bytes, over which hashes are made, come through
/// unchanged.
@Component
public class LogTransfer {
    private static final int AT_ONCE = 1_000;

    private static final String WRITE =
            """
            insert into varve_log.es_event
                (pos, stream, seq, kind, event_id, at, type, revision, meta, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, convert_to(?, 'UTF8'), convert_to(?, 'UTF8'))
            """;

    /// @param at microseconds since 1970
    record Line(
            long position,
            String stream,
            long sequence,
            String kind,
            String eventId,
            long at,
            String type,
            String revision,
            String meta,
            String payload) {
        static Line of(StoredFact fact) {
            return new Line(
                    fact.position(),
                    fact.stream(),
                    fact.sequence(),
                    fact.kind(),
                    fact.eventId(),
                    fact.at(),
                    fact.type(),
                    fact.revision(),
                    new String(fact.meta(), StandardCharsets.UTF_8),
                    new String(fact.payload(), StandardCharsets.UTF_8));
        }
    }

    private final JdbcClient db;
    private final StoredFacts facts;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    LogTransfer(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.facts = new StoredFacts(db);
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @return how many facts were written
    long export(Path file) throws IOException {
        long written = 0;
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (var lines = after(0); !lines.isEmpty(); lines = after(written)) {
                for (var line : lines) {
                    out.write(json.writeValueAsString(line));
                    out.newLine();
                }
                written = lines.getLast().position();
            }
        }
        return written;
    }

    /// Reads a log into this registry, all of it or nothing.
    ///
    /// @return how many facts were read
    /// @throws BadSetting when there are facts here already, or the file is not a whole log
    long read(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var read =
                    transaction.execute(_ -> {
                        refuseUnlessEmpty();
                        return readAll(in);
                    });
            return read == null ? 0 : read;
        }
    }

    private List<Line> after(long position) {
        return facts.after(position, AT_ONCE).stream().map(Line::of).toList();
    }

    private long readAll(BufferedReader in) {
        long position = 0;
        for (var lines = in.lines().iterator(); lines.hasNext(); ) {
            var text = lines.next();
            var line = parsed(text, position + 1);
            if (line.position() != ++position) {
                throw new BadSetting("import: position " + position + " is missing");
            }
            write(line);
        }
        db.sql("update varve_log.es_head set pos = ?").param(position).update();
        return position;
    }

    private Line parsed(String text, long number) {
        try {
            return json.readValue(text, Line.class);
        } catch (JacksonException e) {
            throw new BadSetting("import: line " + number + " is not a fact of a log");
        }
    }

    private void write(Line line) {
        var values = new ArrayList<Object>();
        values.add(line.position());
        values.add(line.stream());
        values.add(line.sequence());
        values.add(line.kind());
        values.add(line.eventId());
        values.add(line.at());
        values.add(line.type());
        values.add(line.revision());
        values.add(line.meta());
        values.add(line.payload());
        db.sql(WRITE).params(values).update();
    }

    private void refuseUnlessEmpty() {
        long head =
                db.sql("select pos from varve_log.es_head for update").query(Long.class).single();
        if (head > 0) {
            throw new BadSetting("import: there are " + head + " facts here already");
        }
    }
}
