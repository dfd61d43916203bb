package varve.contract.uplink;

import varve.contract.Command;

/// Wishes about what other registries published.
public sealed interface UpstreamCommand extends Command {
    /// Lets a tarball in that was found to be as announced.
    record AdmitTarball(UpstreamTarball tarball) implements UpstreamCommand {
        @Override
        public String stream() {
            return tarball.stream();
        }
    }
}
