package varve.acceptance.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;

/// Publishes texts that try to run a script wherever a publisher may write: READMEs, descriptions,
/// file contents, file names.
final class Hostile {
    private static final int IN_ONE_README = 10;

    private Hostile() {}

    /// @return addresses of the pages that show them, and the texts themselves
    static Map<String, Object> published(RunningVarve varve, int wanted) {
        var luca = varve.api();
        var scope = luca.freshScope("mallory");
        var pkg = "@" + scope + "/payloads";
        luca.createPackage(pkg);
        var payloads = Payloads.some(wanted);
        var pages = new ArrayList<String>(List.of("/@" + scope, "/"));
        int minor = 0;
        for (var some : payloads.stream().gather(Gatherers.windowFixed(IN_ONE_README)).toList()) {
            var version = "1." + minor++ + ".0";
            var files = new LinkedHashMap<String, String>();
            files.put("README.md", String.join("\n\n", some) + "\n");
            files.put("mod.ts", "/** " + comment(some) + " */\nexport const x: number = 1;\n");
            files.put(
                    "deno.json",
                    """
                    {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                    """
                            .formatted(pkg, version));
            var upload = luca.upload(pkg, version, Tarball.of("./", files)).is(200);
            luca.awaitSuccess(upload.json().path("id").asString());
            luca.patch(
                    "/api/scopes/" + scope + "/packages/payloads",
                    Map.of("description", cut(some.getFirst())));
            pages.add("/" + pkg + "@" + version);
            pages.add("/" + pkg + "/" + version + "/mod.ts");
        }
        pages.add("/" + pkg + "/versions");
        return Map.of("pages", pages, "typed", payloads);
    }

    private static String comment(List<String> payloads) {
        return String.join(" ", payloads).replace("*/", "");
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
