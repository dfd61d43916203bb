package varve.acceptance.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The clients of the matrix, each in the version that `acceptance/matrix` pins.
public enum Client {
    NPM10("npm 10", "npm10/bin/npm-cli.js"),
    NPM11("npm 11", "npm11/bin/npm-cli.js"),
    NPM12("npm 12", "npm12/bin/npm-cli.js"),
    PNPM10("pnpm 10", "pnpm10/bin/pnpm.cjs"),
    PNPM11("pnpm 11", "pnpm11/bin/pnpm.mjs"),
    YARN1("yarn 1", "yarn1/bin/yarn.js"),
    YARN4("yarn 4", "@yarnpkg/cli-dist/bin/yarn.js"),
    BUN("bun", ".bin/bun"),
    DENO("deno", ".bin/deno");

    private static final Path INSTALLED = Path.of("matrix", "node_modules").toAbsolutePath();
    private static final Path NODE = INSTALLED.resolve("node/bin/node");

    private final String title;
    private final String program;

    Client(String title, String program) {
        this.title = title;
        this.program = program;
    }

    public String title() {
        return title;
    }

    public boolean isNpm() {
        return this == NPM10 || this == NPM11 || this == NPM12;
    }

    List<String> command(String... words) {
        if (!Files.isExecutable(NODE)) {
            throw new IllegalStateException("run build/matrix-clients first");
        }
        var command = new ArrayList<String>();
        if (this != BUN && this != DENO) {
            command.add(NODE.toString());
        }
        command.add(INSTALLED.resolve(program).toString());
        command.addAll(List.of(words));
        return command;
    }

    /// The environment in which it finds the Node.js that it wants.
    Map<String, String> within(Map<String, String> environment) {
        environment.put("PATH", NODE.getParent() + ":" + environment.get("PATH"));
        return environment;
    }
}
