package varve.query.pages.pkg;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.pkg.PackageRef;

/// How to install a package from this registry, tool by tool.
///
/// @param tool as it calls itself
/// @param file settings go into, absent when there are none
/// @param settings what goes into that file, once
/// @param command what to type
public record Installing(
        String tool, @Nullable String file, @Nullable String settings, String command) {

    /// @param version to pin, or null to take the latest
    /// @param registry address without its last slash
    /// @param npm address of the npm protocol without its last slash
    static List<Installing> all(
            PackageRef pkg, @Nullable String version, String registry, String npm) {
        var pin = version == null ? "" : "@" + version;
        var alias = pkg.text() + "@npm:" + pkg.npmName() + pin;
        var npmrc = "@jsr:registry=" + npm + "/";
        return List.of(
                new Installing(
                        "deno",
                        null,
                        null,
                        "JSR_URL=" + registry + " deno add jsr:" + pkg.text() + pin),
                new Installing("npm", ".npmrc", npmrc, "npm install " + alias),
                new Installing("pnpm", ".npmrc", npmrc, "pnpm add " + alias),
                new Installing("yarn", ".yarnrc.yml", yarnrc("jsr", npm), "yarn add " + alias),
                new Installing("bun", ".npmrc", npmrc, "bun add " + alias));
    }

    /// A package that npm clients published.
    ///
    /// @param version to pin, or null to take the latest
    /// @param npm address of the npm protocol without its last slash
    static List<Installing> npm(PackageRef pkg, @Nullable String version, String npm) {
        var pinned = pkg.text() + (version == null ? "" : "@" + version);
        var scope = pkg.scope().text();
        var prefix = pkg.scope().isSolo() ? "" : "@" + scope + ":";
        var npmrc = prefix + "registry=" + npm + "/";
        return List.of(
                new Installing("npm", ".npmrc", npmrc, "npm install " + pinned),
                new Installing("pnpm", ".npmrc", npmrc, "pnpm add " + pinned),
                new Installing("yarn", ".yarnrc.yml", yarnrc(scope, npm), "yarn add " + pinned),
                new Installing("bun", ".npmrc", npmrc, "bun add " + pinned),
                new Installing("deno", ".npmrc", npmrc, "deno add npm:" + pinned));
    }

    /// Yarn talks to plain HTTP only where it is told to.
    private static String yarnrc(String scope, String npm) {
        var server =
                scope.startsWith("~")
                        ? "npmRegistryServer: \"" + npm + "\""
                        : "npmScopes:\n  " + scope + ":\n    npmRegistryServer: \"" + npm + "\"";
        return npm.startsWith("http:")
                ? "unsafeHttpWhitelist:\n  - " + URI.create(npm).getHost() + "\n" + server
                : server;
    }
}
