package varve.query.pages.modules;

import varve.query.modules.BuildView;

/// A build as three steps: asked for, fetched, listed.
public record BuildStatus(BuildView build) {
    public boolean isOver() {
        return isListed() || hasFailed();
    }

    public boolean isListed() {
        return build.status().equals("success");
    }

    public boolean hasFailed() {
        return build.status().equals("error");
    }

    /// Whether its files lie there and its code is being looked at.
    private boolean isAnalysed() {
        return build.status().equals("analyzing_dependencies");
    }

    /// The second step's name in the style sheet.
    public String fetched() {
        return isListed() || isAnalysed() ? "done" : hasFailed() ? "failed" : "running";
    }

    /// The third step's.
    public String listed() {
        return isListed() ? "done" : isAnalysed() ? "running" : "waiting";
    }

    public String name() {
        return build.options().moduleName();
    }

    public String version() {
        return build.options().version();
    }

    public String message() {
        var message = build.message();
        return message == null ? "" : message;
    }

    public String address() {
        return "/status/" + build.id();
    }
}
