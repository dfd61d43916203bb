package varve.eventlog;

import varve.contract.Sha256;
import varve.contract.transparency.Statement;

/// One fact as its bytes lie in the log.
///
/// @param at microseconds since 1970
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredFact(
        long position,
        String stream,
        long sequence,
        String kind,
        String eventId,
        long at,
        String type,
        String revision,
        byte[] meta,
        byte[] payload) {

    /// What is committed to.
    public Statement statement() {
        return new Statement(
                position,
                stream,
                sequence,
                kind,
                eventId,
                at,
                type,
                revision,
                Sha256.hex(payload),
                Sha256.hex(meta));
    }
}
