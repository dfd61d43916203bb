package varve.query.version;

import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.query.Page;
import varve.query.pkg.PackageView;
import varve.query.pkg.Packages;

/// Finds the version that an address means: a number, or `latest`, which is the highest stable one
/// that is not yanked.
@Component
public class ExactVersions {
    private static final String LATEST = "latest";

    private final Packages packages;
    private final Versions versions;

    ExactVersions(Packages packages, Versions versions) {
        this.packages = packages;
        this.versions = versions;
    }

    /// The version that is meant.
    ///
    /// @throws Refused when there is none
    public VersionView of(PackageRef pkg, String version) {
        var latest = version.equals(LATEST) ? pkg(pkg).latestVersion() : null;
        if (version.equals(LATEST) && latest == null) {
            throw none(pkg, LATEST);
        }
        var exact = latest == null ? VersionNumber.of(version).text() : latest;
        return versions.one(pkg, exact).orElseThrow(() -> none(pkg, version));
    }

    /// The same, but while there is no stable version `latest` is the newest.
    ///
    /// @throws Refused when there is none
    public VersionView orNewest(PackageRef pkg, String version) {
        if (!version.equals(LATEST) || pkg(pkg).latestVersion() != null) {
            return of(pkg, version);
        }
        return versions.of(pkg, Page.of(1, 1)).items().stream()
                .findFirst()
                .orElseThrow(() -> none(pkg, LATEST));
    }

    public static VersionRef ref(VersionView view) {
        return new VersionRef(
                PackageRef.of(view.scope(), view.pkg()), VersionNumber.of(view.version()));
    }

    private PackageView pkg(PackageRef pkg) {
        return packages.one(pkg)
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }

    private static Refused none(PackageRef pkg, String version) {
        return new Refused(new Refusal.VersionNotFound(pkg.text() + "@" + version));
    }
}
