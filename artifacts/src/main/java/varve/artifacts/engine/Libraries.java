package varve.artifacts.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// TypeScript as it lies in its web jar: the compiler, and the declarations of what is built in.
public final class Libraries {
    private static final String FOLDER = "/META-INF/resources/webjars/typescript/6.0.3/lib/";
    private static final List<String> ROOTS =
            List.of(
                    "lib.esnext.d.ts",
                    "lib.dom.d.ts",
                    "lib.dom.iterable.d.ts",
                    "lib.dom.asynciterable.d.ts");
    private static final Pattern REFERENCE =
            Pattern.compile("(?m)^/// <reference lib=\"([a-z0-9.]+)\" />");

    private Libraries() {}

    static String compiler() {
        return text("typescript.js");
    }

    static List<String> roots() {
        return ROOTS;
    }

    /// The roots and everything that they refer to, by file name.
    public static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        var open = new ArrayDeque<>(ROOTS);
        while (!open.isEmpty()) {
            var name = open.pop();
            if (texts.containsKey(name)) {
                continue;
            }
            var text = text(name);
            texts.put(name, text);
            REFERENCE
                    .matcher(text)
                    .results()
                    .map(found -> "lib." + found.group(1) + ".d.ts")
                    .forEach(open::push);
        }
        return texts;
    }

    /// One file of the folder.
    public static String text(String name) {
        return new String(V8.resource(FOLDER + name), StandardCharsets.UTF_8);
    }
}
