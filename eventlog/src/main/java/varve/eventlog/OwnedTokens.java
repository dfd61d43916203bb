package varve.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

/// Axon's token table, stricter: only the owner of a token moves it. Axon's own would take a token
/// that has been let go meanwhile and set it back to where this node once was.
final class OwnedTokens extends JdbcTokenStore {
    /// After so long without a sign of life another node takes over.
    private static final Duration CLAIM = Duration.ofSeconds(5);

    private static final TokenSchema SCHEMA =
            TokenSchema.builder()
                    .setTokenTable("varve_log.token")
                    .setProcessorNameColumn("processor_name")
                    .setSegmentColumn("segment")
                    .setTokenColumn("token")
                    .setTokenTypeColumn("token_type")
                    .setTimestampColumn("timestamp")
                    .setOwnerColumn("owner")
                    .build();

    OwnedTokens(ConnectionProvider connections, Serializer serializer, String node) {
        super(
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .schema(SCHEMA)
                        .nodeId(node)
                        .claimTimeout(CLAIM));
    }

    @Override
    protected void updateToken(
            Connection connection,
            ResultSet row,
            TrackingToken token,
            String processor,
            int segment) {
        throw new UnableToClaimTokenException(processor + " is read by another node now");
    }
}
