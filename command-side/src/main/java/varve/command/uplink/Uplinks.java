package varve.command.uplink;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Refused;
import varve.contract.Upstream;
import varve.contract.pkg.PackageRef;

/// Other registries, behind the names of this one: a name that was published here, or whose scope
/// is somebody's here, is never looked for elsewhere.
@Component
class Uplinks implements Upstream {
    private static final Pattern TARBALL = Pattern.compile("[A-Za-z0-9-][A-Za-z0-9._+-]*\\.tgz");

    private final UplinkPolicy policy;
    private final UpstreamPackuments packuments;
    private final UpstreamTarballs tarballs;
    private final Blobs blobs;

    Uplinks(
            UplinkPolicy policy,
            UpstreamPackuments packuments,
            UpstreamTarballs tarballs,
            Blobs blobs) {
        this.policy = policy;
        this.packuments = packuments;
        this.tarballs = tarballs;
        this.blobs = blobs;
    }

    @Override
    public boolean hasPackument(String npmName) {
        return isOthers(npmName) && packuments.ready(npmName).isPresent();
    }

    @Override
    public boolean hasTarball(String npmName, String file) {
        return TARBALL.matcher(file).matches()
                && isOthers(npmName)
                && tarballs.ready(npmName, file);
    }

    private boolean isOthers(String npmName) {
        if (policy.uplinks(npmName).isEmpty()) {
            return false;
        }
        try {
            var scope = PackageRef.of(npmName).scope();
            return blobs.bytes(Paths.claim(scope)).isEmpty();
        } catch (Refused _) {
            return false;
        }
    }
}
