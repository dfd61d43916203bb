package varve.artifacts.engine;

/// Into which calls JSX is turned when the module itself does not say.
public enum Jsx {
    /// `React.createElement(…)` or what `@jsx` names; the module imports it.
    CLASSIC("classic"),
    /// `jsx(…)`, imported from what `@jsxImportSource` names.
    AUTOMATIC("automatic");

    private final String runtime;

    Jsx(String runtime) {
        this.runtime = runtime;
    }

    String runtime() {
        return runtime;
    }
}
