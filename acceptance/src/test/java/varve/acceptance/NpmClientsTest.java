package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Flags;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class NpmClientsTest {
    private final RunningVarve varve = Shared.varve();
    private final String scope = PublishedFlags.scope();
    @TempDir Path folder;

    /// Clients that install with a lock file that holds hashes.
    enum Installer {
        NPM("package-lock.json"),
        PNPM("pnpm-lock.yaml"),
        YARN("yarn.lock");

        final String lock;

        Installer(String lock) {
            this.lock = lock;
        }

        Run install(Clients clients, Workspace project) {
            return switch (this) {
                case NPM -> clients.npm(project, "install");
                case PNPM -> clients.pnpm(project, "install");
                case YARN -> clients.yarn(project, "install");
            };
        }

        Run installLocked(Clients clients, Workspace project) {
            return switch (this) {
                case NPM -> clients.npm(project, "ci");
                case PNPM -> clients.pnpm(project, "install", "--frozen-lockfile");
                case YARN -> clients.yarn(project, "install", "--frozen-lockfile");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void installs_what_node_runs_and_typescript_understands(Installer installer) {
        var project = Flags.project(folder, varve, scope);
        var clients = Clients.of(varve, folder);
        installer.install(clients, project).succeeds();

        clients.node(project, "main.mjs").succeeds().saying(Flags.printed());
        for (var resolution : new String[] {"nodenext", "bundler"}) {
            check(clients, project, resolution).succeeds();
        }
    }

    @ParameterizedTest
    @EnumSource
    void installs_again_from_the_lock_file_with_an_empty_cache(Installer installer)
            throws Exception {
        var project = Flags.project(folder, varve, scope);
        installer.install(Clients.of(varve, folder), project).succeeds();
        var lock = project.read(installer.lock);
        assertThat(lock).contains("sha512-");

        var again = Flags.project(Files.createDirectory(folder.resolve("again")), varve, scope);
        again.file(installer.lock, lock);
        var clients = Clients.of(varve, folder);
        installer.installLocked(clients, again).succeeds();
        clients.node(again, "main.mjs").succeeds().saying(Flags.printed());
        assertThat(again.read(installer.lock)).isEqualTo(lock);
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_tarball_that_is_not_the_one_in_the_lock_file(Installer installer)
            throws Exception {
        var project = Flags.project(folder, varve, scope);
        installer.install(Clients.of(varve, folder), project).succeeds();
        var lock = project.read(installer.lock);

        var again = Flags.project(Files.createDirectory(folder.resolve("again")), varve, scope);
        again.file(installer.lock, lock.replaceAll("sha512-[A-Za-z0-9+/]{4}", "sha512-AAAA"));
        installer.installLocked(Clients.of(varve, folder), again).fails();
    }

    @Test
    void the_jsr_tool_adds_a_package_to_a_project_that_names_this_registry() {
        var project =
                Workspace.in(folder, "project")
                        .file(".npmrc", "@jsr:registry=%s\n".formatted(varve.npm()))
                        .file("package.json", "{\"name\":\"project\",\"type\":\"module\"}")
                        .file("main.mjs", "import \"@" + scope + "/flag\";\n");
        var clients = Clients.of(varve, folder);
        clients.jsr(project, "add", "--npm", "@" + scope + "/flag").succeeds();
        assertThat(project.read("package.json")).contains("npm:@jsr/" + scope + "__flag@^1.0.0");
        clients.node(project, "main.mjs").succeeds();
    }

    private static final String USE =
            """
            import { flag, type Flag } from "@%1$s/flag";
            import { parade } from "@%1$s/flag/parade";
            const red: Flag = flag("red");
            const metres: number = red.height;
            console.log(metres.toFixed(1), parade("blue").toUpperCase());
            // @ts-expect-error a flag is made of a colour
            flag(1);
            // @ts-expect-error and its height is a number
            const feet: string = red.height;
            """;

    private Run check(Clients clients, Workspace project, String resolution) {
        project.file("use.ts", USE.formatted(scope));
        return clients.tsc(
                project,
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--lib",
                "es2022",
                "--module",
                resolution.equals("nodenext") ? "nodenext" : "esnext",
                "--moduleResolution",
                resolution,
                "--typeRoots",
                Clients.types(),
                "--types",
                "node",
                "use.ts");
    }
}
