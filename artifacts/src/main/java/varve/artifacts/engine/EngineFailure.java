package varve.artifacts.engine;

/// The engine could not cope with a module: nested too deeply, too large, or a case that its
/// authors did not foresee. Always because of the module; the engine is fresh afterwards.
public final class EngineFailure extends RuntimeException {
    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
