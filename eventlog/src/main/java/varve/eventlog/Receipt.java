package varve.eventlog;

/// A command was decided and its facts are durable.
///
/// @param position of the last fact it appended, to be awaited by whoever wants to read it back; 0
///   when the command changed nothing
public record Receipt(long position) {}
