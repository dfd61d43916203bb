package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class OddPathsTest {
    /// The last one is too long for a plain tar header.
    private static final List<String> PATHS =
            List.of(
                    "ports/[id].ts",
                    "ports/~.ts",
                    "(b)/quay.ts",
                    "$c.ts",
                    "@d.ts",
                    "+e.ts",
                    "a-rather-long-name-of-a-folder-in-which-a-flag-is-kept-when-there-is-no-wind/"
                            + "and-one-more-folder-within-it/half-mast.ts");

    /// URLs write braces with percent signs, and Deno looks for them under that name: as modules
    /// they cannot be imported, as files they can be fetched.
    private static final String BRACES = "ports/{a}.ts";

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void every_character_that_paths_may_have_comes_back_as_it_went() {
        var luca = varve.api();
        var scope = luca.freshScope("luca");
        luca.createPackage("@" + scope + "/harbour");
        var harbour =
                Workspace.in(folder, "harbour")
                        .file(
                                "deno.json",
                                """
                                {"name":"@%s/harbour","version":"1.0.0","license":"MIT",
                                 "exports":"./mod.ts"}
                                """
                                        .formatted(scope));
        var mod = new StringBuilder("/** A harbour. @module */\n");
        for (int i = 0; i < PATHS.size(); i++) {
            harbour.file(PATHS.get(i), "export const berth%d: number = %d;%n".formatted(i, i));
            mod.append("export * from \"./%s\";%n".formatted(PATHS.get(i)));
        }
        harbour.file("mod.ts", mod.toString()).file(BRACES, "export const berth: number = 9;\n");
        var clients = Clients.of(varve, folder);
        clients.publish(harbour, luca.token()).succeeds();

        var program =
                Workspace.in(folder, "program")
                        .file("deno.json", "{\"minimumDependencyAge\":\"0\"}")
                        .file(
                                "main.ts",
                                """
                                import * as harbour from "jsr:@%s/harbour";
                                console.log(Object.values(harbour).join(" "));
                                """
                                        .formatted(scope));
        clients.deno(program, "run", "main.ts").succeeds().saying("0 1 2 3 4 5 6");
        for (var path : Stream.concat(PATHS.stream(), Stream.of(BRACES)).toList()) {
            assertThat(Web.get(address(scope, path)).is(200).text()).isEqualTo(harbour.read(path));
        }
    }

    private URI address(String scope, String path) {
        var encoded =
                URLEncoder.encode(path, StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("%7E", "~");
        return varve.registry().resolve("/@" + scope + "/harbour/1.0.0/" + encoded);
    }
}
