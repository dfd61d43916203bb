package varve.acceptance.ci;

import java.util.TreeMap;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;

/// The registry that takes the word of two local issuers, for all tests that need no more than
/// that.
public final class Trusting {
    private static final class Lazily {
        static final LocalIssuer GITHUB = new LocalIssuer();
        static final LocalIssuer GITLAB = new LocalIssuer();
        static final RunningVarve VARVE = start();

        private static RunningVarve start() {
            var settings = new TreeMap<>(OutsideServers.fresh().settings());
            settings.put(
                    "VARVE_CI_ISSUERS", known("github", GITHUB) + "," + known("gitlab", GITLAB));
            return RunningVarve.start(settings);
        }

        private static String known(String kind, LocalIssuer issuer) {
            return "%s=%s|%s/keys".formatted(kind, issuer.issuer(), issuer.issuer());
        }
    }

    private Trusting() {}

    public static RunningVarve varve() {
        return Lazily.VARVE;
    }

    public static LocalIssuer github() {
        return Lazily.GITHUB;
    }

    static LocalIssuer gitlab() {
        return Lazily.GITLAB;
    }
}
