package varve.acceptance.ci;

import java.util.Map;
import java.util.TreeMap;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;

/// The registry that takes the word of two local issuers, for all tests that need no more than
/// that.
public final class Trusting {
    private static final class Lazily {
        static final LocalIssuer GITHUB = new LocalIssuer();
        static final LocalIssuer GITLAB = new LocalIssuer();
        static final RunningVarve VARVE = start(Map.of());
    }

    private Trusting() {}

    public static RunningVarve varve() {
        return Lazily.VARVE;
    }

    /// Another registry that takes their word.
    static RunningVarve start(Map<String, String> settings) {
        var all = new TreeMap<>(OutsideServers.with(settings));
        all.put("VARVE_CI_ISSUERS", known("github", github()) + "," + known("gitlab", gitlab()));
        return RunningVarve.start(all);
    }

    private static String known(String kind, LocalIssuer issuer) {
        return "%s=%s|%s/keys".formatted(kind, issuer.issuer(), issuer.issuer());
    }

    public static LocalIssuer github() {
        return Lazily.GITHUB;
    }

    static LocalIssuer gitlab() {
        return Lazily.GITLAB;
    }
}
