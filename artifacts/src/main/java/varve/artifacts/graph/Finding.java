package varve.artifacts.graph;

import varve.artifacts.Fault;

/// Something in a module that is against the rules.
///
/// @param at UTF-16 unit of the module's text
record Finding(Fault fault, String message, int at) {}
