package varve.contract.uplink;

import varve.contract.Event;

/// What happened to what other registries published.
public sealed interface UpstreamEvent extends Event {
    UpstreamTarball tarball();

    @Override
    default String stream() {
        return tarball().stream();
    }

    /// From then on clients could get it here.
    record TarballEntered(UpstreamTarball tarball) implements UpstreamEvent {}
}
