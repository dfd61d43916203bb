package varve.contract;

/// Somebody the registry knows wished for something and was told no. Kept so that the log holds
/// every command, the refused ones too; each stands alone in a stream of its own.
///
/// @param id of the refused command
/// @param command what was wished for
/// @param subject the stream it was addressed to
/// @param refusal name of the {@link Refusal}
public record CommandRefused(String id, String command, String subject, String refusal)
        implements Event {
    @Override
    public String stream() {
        return "refusal:" + id;
    }
}
