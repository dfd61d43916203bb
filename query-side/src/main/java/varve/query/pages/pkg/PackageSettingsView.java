package varve.query.pages.pkg;

import java.util.List;
import varve.query.pkg.PackageView;

/// What is set about a package.
///
/// @param staff whether the reader acts as staff
public record PackageSettingsView(PackageHead head, PackageView pkg, boolean staff) {
    public String api() {
        return "/api/scopes/" + pkg.scope() + "/packages/" + pkg.name();
    }

    public String here() {
        return head.address() + "/settings";
    }

    public List<String> runtimes() {
        return List.of("browser", "deno", "node", "workerd", "bun");
    }

    /// Whether the choice is what is set: `true`, `false`, or `null` for what nobody said.
    public boolean isSet(String runtime, String choice) {
        return String.valueOf(pkg.runtimeCompat().get(runtime)).equals(choice);
    }

    public String repositoryOwner() {
        return pkg.githubRepository() == null ? "" : pkg.githubRepository().owner();
    }

    public String repositoryName() {
        return pkg.githubRepository() == null ? "" : pkg.githubRepository().name();
    }
}
