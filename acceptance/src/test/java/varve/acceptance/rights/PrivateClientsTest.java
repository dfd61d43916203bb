package varve.acceptance.rights;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Workspace;
import varve.acceptance.rights.Cast.Part;

/// A private scope works with clients as they are, for whoever gives them a token.
class PrivateClientsTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static PrivateFlag flag;

    @TempDir Path folder;

    @BeforeAll
    static void a_private_scope_with_one_package() {
        flag = PrivateFlag.on(VARVE);
    }

    /// `deno publish` asks without credentials and takes 404 for "create it first".
    @Test
    void deno_publish_reaches_it() {
        var workspace =
                Workspace.in(folder, "flag")
                        .file("deno.json", PrivateFlag.config(flag.scope(), "flag", "1.1.0"))
                        .file("mod.ts", "/** A flag. */\nexport const flag: string = \"red\";\n");

        Clients.of(VARVE, folder)
                .publish(workspace, flag.as(Part.MEMBER).token(), "--no-provenance")
                .succeeds();

        flag.ask("/@S/flag/1.1.0_meta.json", flag.scope(), flag.as(Part.READER)).is(200);
    }

    @Test
    void deno_runs_and_adds_it_with_a_token_and_finds_nothing_without() {
        var program =
                Workspace.in(folder, "program")
                        .file("deno.json", "{\"minimumDependencyAge\":\"0\"}\n")
                        .file(
                                "main.ts",
                                "import { flag } from \"jsr:@%s/flag@1.0.0\"; console.log(flag);\n"
                                        .formatted(flag.scope()));
        Clients.of(VARVE, folder)
                .deno(program, "run", "main.ts")
                .fails()
                .saying("JSR package not found: @" + flag.scope() + "/flag");

        var member = Clients.of(VARVE, folder).knowing("DENO_AUTH_TOKENS", readersToken());
        member.deno(program, "run", "main.ts").succeeds().saying("private flag");
        member.deno(program, "add", "jsr:@" + flag.scope() + "/flag@1.0.0").succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm", "pnpm", "yarn"})
    void npm_clients_install_it_with_a_token_and_find_nothing_without(String client) {
        installsWithTokenOnly(client);
    }

    @Test
    @Tag("long")
    void bun_installs_it_with_a_token_and_finds_nothing_without() {
        installsWithTokenOnly("bun");
    }

    private void installsWithTokenOnly(String client) {
        var name = "@jsr/" + flag.scope() + "__flag";
        var npmrc = "@jsr:registry=" + VARVE.npm() + "\n";
        var dependencies = "{\"flag\":\"npm:" + name + "@1.0.0\"}";
        var manifest = "{\"name\":\"x\",\"dependencies\":" + dependencies + "}";
        var project =
                Workspace.in(folder, client)
                        .file("package.json", manifest)
                        .file(".npmrc", npmrc)
                        .file("main.mjs", "import { flag } from 'flag'; console.log(flag);\n");
        install(client, project)
                .fails()
                .saying(client.equals("yarn") ? "There is no package " + name : "404");

        var token =
                "//localhost:%d/:_authToken=%s\n"
                        .formatted(VARVE.npm().getPort(), flag.as(Part.READER).token());
        project.file(".npmrc", npmrc + token);
        install(client, project).succeeds();
        Clients.of(VARVE, folder).node(project, "main.mjs").succeeds().saying("private flag");
    }

    private Run install(String client, Workspace project) {
        var clients = Clients.of(VARVE, folder);
        return switch (client) {
            case "npm" -> clients.npm(project, "install");
            case "bun" -> clients.bun(project, "install");
            case "pnpm" -> clients.pnpm(project, "install");
            default -> clients.yarn(project, "install");
        };
    }

    private static String readersToken() {
        var registry = VARVE.registry();
        return flag.as(Part.READER).token() + "@" + registry.getHost() + ":" + registry.getPort();
    }
}
