package varve.eventlog;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import varve.eventlog.postgres.PostgresEventStore;

/// What all readers of one node share.
record Shared(
        PostgresEventStore store,
        Serializer serializer,
        TokenStore tokens,
        ConnectionProvider connections,
        PlatformTransactionManager platform,
        PatientTransactions transactions,
        Checkpoints checkpoints) {

    /// Beyond this many a projection stops instead: something else is wrong.
    private static final int MOST_LETTERS = 100_000;

    private static final DeadLetterSchema LETTERS =
            DeadLetterSchema.builder()
                    .deadLetterTable("varve_log.dead_letter")
                    .deadLetterIdentifierColumn("dead_letter_id")
                    .processingGroupColumn("processing_group")
                    .sequenceIdentifierColumn("sequence_identifier")
                    .sequenceIndexColumn("sequence_index")
                    .messageTypeColumn("message_type")
                    .eventIdentifierColumn("event_identifier")
                    .timestampColumn("time_stamp")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .aggregateTypeColumn("aggregate_type")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .tokenTypeColumn("token_type")
                    .tokenColumn("token")
                    .enqueuedAtColumn("enqueued_at")
                    .lastTouchedColumn("last_touched")
                    .processingStartedColumn("processing_started")
                    .causeTypeColumn("cause_type")
                    .causeMessageColumn("cause_message")
                    .diagnosticsColumn("diagnostics")
                    .build();

    SequencedDeadLetterQueue<EventMessage<?>> letters(String projection) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(projection)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(LETTERS)
                .eventSerializer(serializer)
                .genericSerializer(serializer)
                .maxSequences(MOST_LETTERS)
                .maxSequenceSize(MOST_LETTERS)
                .build();
    }

    TransactionTemplate nested() {
        var nested = new TransactionTemplate(platform);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested;
    }
}
