package varve.command.pkg;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.TrustedPublisher;

/// A workflow that somebody wishes to trust, checked at the door.
public final class TrustedWorkflow {
    private static final int LONGEST_REPOSITORY = 200;
    private static final int LONGEST_FILE = 100;
    private static final Set<String> PROVIDERS = Set.of("github", "gitlab");

    private TrustedWorkflow() {}

    /// @param provider `github` or `gitlab`
    /// @param file its name, perhaps with folders before it
    /// @param environment of the job, absent for any
    /// @throws Refused when this is no workflow of a repository
    public static TrustedPublisher of(
            String provider,
            String repository,
            String file,
            @Nullable String environment,
            boolean publishes,
            boolean stages) {
        if (!PROVIDERS.contains(provider)) {
            throw new Refused(
                    new Refusal.Malformed("jobs of '" + provider + "' are not known here"));
        }
        var name = file.strip().replaceFirst("^.*/", "");
        var path = repository.strip();
        if (path.length() > LONGEST_REPOSITORY
                || !path.contains("/")
                || name.isEmpty()
                || name.length() > LONGEST_FILE) {
            throw new Refused(new Refusal.Malformed("this is no workflow of a repository"));
        }
        return new TrustedPublisher(
                UUID.randomUUID().toString(), provider, path, name, environment, publishes, stages);
    }
}
