package varve.query.docs;

import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.query.Page;
import varve.query.pkg.Packages;
import varve.query.version.VersionView;
import varve.query.version.Versions;

/// Finds the version that an address means: a number, or `latest`, which is the highest stable one
/// and, while there is none, the newest.
@Component
class ExactVersions {
    private final Packages packages;
    private final Versions versions;

    ExactVersions(Packages packages, Versions versions) {
        this.packages = packages;
        this.versions = versions;
    }

    /// The version that is meant.
    ///
    /// @throws Refused when there is none
    VersionView of(PackageRef pkg, String version) {
        var exact = version.equals("latest") ? latest(pkg) : VersionNumber.of(version).text();
        return versions.one(pkg, exact).orElseThrow(() -> none(pkg, version));
    }

    static VersionRef ref(VersionView view) {
        return new VersionRef(
                PackageRef.of(view.scope(), view.pkg()), VersionNumber.of(view.version()));
    }

    private String latest(PackageRef pkg) {
        var found =
                packages.one(pkg)
                        .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
        if (found.latestVersion() != null) {
            return found.latestVersion();
        }
        return versions.of(pkg, Page.of(1, 1)).items().stream()
                .findFirst()
                .map(VersionView::version)
                .orElseThrow(() -> none(pkg, "latest"));
    }

    private static Refused none(PackageRef pkg, String version) {
        return new Refused(new Refusal.VersionNotFound(pkg.text() + "@" + version));
    }
}
