package varve.projections.transparency;

import varve.contract.transparency.LogKey;

/// Under which name and with which key this node signs.
///
/// @param origin of a log that is signed for the first time; an older one keeps its own
public record LogIdentity(String origin, LogKey key) {}
