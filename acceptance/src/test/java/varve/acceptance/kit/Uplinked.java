package varve.acceptance.kit;

import java.util.Map;

/// A registry with others behind it, shared by the tests of uplinks. The first is away for ever,
/// the others have what a test puts there: the nearer is asked first, for twins only.
public final class Uplinked {
    public static final UpstreamRegistry OUTSIDE = new UpstreamRegistry();
    public static final UpstreamRegistry NEAR = new UpstreamRegistry();

    private static final class Lazily {
        static final RunningVarve VARVE =
                RunningVarve.start(
                        OutsideServers.with(
                                Map.of(
                                        "VARVE_UPLINKS",
                                        "away http://localhost:9/ timeout=1s rest=1h for=flag-*; near "
                                                + NEAR.address()
                                                + " timeout=1s maxage=1s absence=1s rest=1s for=twin-*;"
                                                + " outside "
                                                + OUTSIDE.address()
                                                + " timeout=1s maxage=1s absence=1s rest=1s token=env:OUTSIDE_TOKEN",
                                        "OUTSIDE_TOKEN",
                                        "nobody-knows",
                                        "VARVE_UPLINK_CACHE_SIZE",
                                        "600KiB",
                                        "VARVE_UPLINK_BLOCK",
                                        "evil-*; banner@>=2.0.0",
                                        "VARVE_UPLINK_BLOCK_LICENSES",
                                        "AGPL-3.0",
                                        "VARVE_UPLINK_QUARANTINE",
                                        "1d")));
    }

    private Uplinked() {}

    public static RunningVarve varve() {
        return Lazily.VARVE;
    }
}
