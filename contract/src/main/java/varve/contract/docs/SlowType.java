package varve.contract.docs;

/// Why a declaration cannot be derived without inference.
///
/// @param code as `deno publish` calls it: `missing-explicit-return-type`
/// @param message one sentence about what to do
public record SlowType(String code, String message, Spot at) {}
