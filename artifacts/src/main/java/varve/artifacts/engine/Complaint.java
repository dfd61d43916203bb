package varve.artifacts.engine;

/// What the parser or printer has against a module.
///
/// @param start where, -1 if it does not say
public record Complaint(String message, int start) {}
