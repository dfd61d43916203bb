package varve.contract.transparency;

import java.nio.charset.StandardCharsets;
import varve.contract.Sha256;

/// Everything the log keeps of one fact, as it is committed to. Its id, which is random and shown
/// to nobody without a right to the fact, keeps others from guessing what a commitment stands for;
/// who may see the fact is shown this text and can hash it.
///
/// @param position in the log, from 1
/// @param sequence in its stream, from 0
/// @param kind of subject
/// @param at microseconds since 1970
/// @param payload SHA-256 of the stored bytes, lower-case hexadecimal
/// @param meta SHA-256 of the stored metadata
public record Statement(
        long position,
        String stream,
        long sequence,
        String kind,
        String id,
        long at,
        String type,
        String revision,
        String payload,
        String meta) {

    /// One line each, in this order.
    public String text() {
        return """
        varve fact 1
        position %d
        stream %s
        sequence %d
        kind %s
        id %s
        at %d
        type %s
        revision %s
        payload sha256-%s
        meta sha256-%s
        """
                .formatted(position, stream, sequence, kind, id, at, type, revision, payload, meta);
    }

    /// Lower-case hexadecimal SHA-256 of the text.
    public String commitment() {
        return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
    }
}
