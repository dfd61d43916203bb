package varve.artifacts.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import varve.artifacts.InProcessWorkshop;
import varve.artifacts.Inspection;
import varve.artifacts.Samples;
import varve.artifacts.Tar;
import varve.artifacts.Unpacked;
import varve.artifacts.engine.Libraries;
import varve.artifacts.engine.TypeScript;

/// A program that uses the package: the TypeScript compiler reads its types, Node.js runs it.
class ConsumerTest {
    private static final TypeScript TYPESCRIPT = new TypeScript();
    private static final InProcessWorkshop WORKSHOP = new InProcessWorkshop(TYPESCRIPT);

    @TempDir Path folder;

    @AfterAll
    static void stop() {
        WORKSHOP.close();
        TYPESCRIPT.close();
    }

    @BeforeEach
    void install() throws Exception {
        var upload = Tar.upload(folder, Samples.everything());
        var sound = (Inspection.Sound) WORKSHOP.inspect(upload, Samples.ORDER);
        for (var file : Unpacked.of(sound.npmTarball()).texts().entrySet()) {
            write(
                    "node_modules/@jsr/luca__flag" + file.getKey().substring("package".length()),
                    file.getValue());
        }
        stub(
                "@jsr/std__path",
                "posix",
                "export const join = (...parts) => parts.join('/');",
                "export declare const join: (...parts: string[]) => string;");
        stub(
                "ms",
                ".",
                "export default () => 1;",
                "export default function ms(text: string): number;");
        stub(
                "preact",
                "jsx-runtime",
                "export const jsx = (type, props) => ({ type, props });",
                "export declare const jsx: unknown;");
        write("package.json", "{\"type\":\"module\"}");
        write(
                "main.ts",
                """
                import { wave, later, Size, type Deep } from "@jsr/luca__flag";
                import { View } from "@jsr/luca__flag/view";
                import { old } from "@jsr/luca__flag/old";
                const deep: Deep = { c: "blue" };
                const nothing: void = wave(deep.c, 2);
                await (later() satisfies Promise<void>);
                const sum: number = old + Size.Large;
                console.log("sum", sum, nothing, View({ n: 1 }));
                // @ts-expect-error
                wave("purple");
                // @ts-expect-error
                View({ n: "1" });
                """);
    }

    @ParameterizedTest
    @CsvSource({"nodenext, nodenext", "esnext, bundler"})
    void the_compiler_accepts_the_types(String module, String resolution) throws Exception {
        write(
                "tsconfig.json",
                """
                {
                  "compilerOptions": {
                    "module": "%s", "moduleResolution": "%s", "target": "esnext",
                    "strict": true, "noEmit": true, "skipLibCheck": false,
                    "types": [], "lib": ["esnext", "dom"]
                  },
                  "files": ["main.ts"]
                }
                """
                        .formatted(module, resolution));

        assertThat(run("node", compiler().toString(), "-p", ".")).isEmpty();
    }

    @Test
    void node_runs_the_scripts() throws Exception {
        write(
                "main.js",
                """
                import { wave, later, Size } from "@jsr/luca__flag";
                import { View } from "@jsr/luca__flag/view";
                import { old } from "@jsr/luca__flag/old";
                wave("red", 2);
                await later();
                console.log(old + Size.Large, View({ n: 1 }).props.children);
                """);

        assertThat(run("node", "main.js")).startsWith("<red> 2 ").endsWith("2 1\n");
    }

    /// The compiler as a program of its own: it reads its libraries from beside it.
    private Path compiler() throws IOException {
        var room = Files.createDirectories(folder.resolve("compiler"));
        for (var library : Libraries.texts().entrySet()) {
            Files.writeString(room.resolve(library.getKey()), library.getValue());
        }
        for (var script : List.of("tsc.js", "_tsc.js")) {
            Files.writeString(room.resolve(script), Libraries.text(script));
        }
        return Files.writeString(room.resolve("package.json"), "{}").resolveSibling("tsc.js");
    }

    private void stub(String name, String path, String script, String types) throws IOException {
        var key = path.equals(".") ? "." : "./" + path;
        var home = "node_modules/" + name;
        write(home + "/index.js", script);
        write(home + "/index.d.ts", types);
        write(
                home + "/package.json",
                """
                { "name": "%s", "type": "module",
                  "exports": { "%s": { "types": "./index.d.ts", "default": "./index.js" } } }
                """
                        .formatted(name, key));
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String run(String... command) throws Exception {
        var output = folder.resolve("output.txt");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}
