package varve.acceptance.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Environments of child processes: this one's, without anything that the user of this machine has
/// set for the programs under test.
final class Environment {
    private static final List<String> OURS =
            List.of(
                    "VARVE_",
                    "JSR_",
                    "DENO_",
                    "NPM_",
                    "PNPM_",
                    "YARN_",
                    "NODE_",
                    "COREPACK_",
                    "XDG_",
                    "GITHUB_",
                    "ACTIONS_",
                    "MAVEN_",
                    "CI");

    private Environment() {}

    static Map<String, String> plain() {
        var plain = new TreeMap<String, String>();
        System.getenv()
                .forEach((key, value) -> {
                    if (OURS.stream().noneMatch(key.toUpperCase(Locale.ROOT)::startsWith)) {
                        plain.put(key, value);
                    }
                });
        return plain;
    }

    /// @param home where the programs find no settings of a user, and may leave their own
    static Map<String, String> plain(Path home) {
        var plain = plain();
        plain.put("HOME", home.toString());
        plain.put("NO_COLOR", "1");
        return plain;
    }

    static ProcessBuilder program(
            Path folder, Map<String, String> environment, List<String> command) {
        var program = new ProcessBuilder(command).directory(folder.toFile());
        program.environment().clear();
        program.environment().putAll(environment);
        return program;
    }
}
