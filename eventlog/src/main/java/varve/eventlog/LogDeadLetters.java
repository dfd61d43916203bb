package varve.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks into Axon's table of dead letters.
record LogDeadLetters(JdbcClient jdbc, Function<String, Reader> readers) implements DeadLetters {
    @Override
    public List<DeadLetter> list() {
        return jdbc.sql(
                        """
                        select processing_group, sequence_identifier, sequence_number,
                               event_identifier, enqueued_at, cause_type, cause_message
                        from varve_log.dead_letter
                        order by enqueued_at, sequence_index limit 1000
                        """)
                .query((row, _) ->
                        new DeadLetter(
                                row.getString("processing_group"),
                                row.getString("sequence_identifier"),
                                row.getLong("sequence_number"),
                                row.getString("event_identifier"),
                                Instant.parse(row.getString("enqueued_at")),
                                cause(row.getString("cause_type"), row.getString("cause_message"))))
                .list();
    }

    private static String cause(@Nullable String type, @Nullable String message) {
        return type == null ? "" : type + ": " + message;
    }

    @Override
    public long size() {
        return jdbc.sql("select count(*) from varve_log.dead_letter").query(Long.class).single();
    }

    @Override
    public int retry(String projection) {
        return readers.apply(projection).retryDeadLetters();
    }
}
