package varve.acceptance.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Workspace;

/// The declarations in installed packages beside those that TypeScript makes of the same sources,
/// up to formatting.
record Declarations(JsonNode byPackage) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Declarations compared(Workspace project, List<RealPackage> packages, Clients clients) {
        var question =
                Map.of(
                        "typescript",
                        Clients.typescript(),
                        "typeRoots",
                        Clients.types(),
                        "packages",
                        packages.stream().map(RealPackage::name).toList());
        project.file("declarations.json", JSON.writeValueAsString(question))
                .file("declarations.mjs", Script.text("declarations.mjs"));
        clients.node(project, WITHIN, "declarations.mjs").succeeds();
        return new Declarations(JSON.readTree(project.read("compared.json")));
    }

    int modules(RealPackage each) {
        return byPackage.path(each.name()).path("modules").asInt();
    }

    int equal(RealPackage each) {
        return byPackage.path(each.name()).path("equal").asInt();
    }

    List<String> differences() {
        var all = new ArrayList<String>();
        byPackage
                .properties()
                .forEach(each ->
                        each.getValue()
                                .path("different")
                                .forEach(one ->
                                        all.add(
                                                "%s/%s%n  - %s%n  + %s"
                                                        .formatted(
                                                                each.getKey(),
                                                                one.path("file").asString(),
                                                                one.path("ours").asString(),
                                                                one.path("theirs").asString()))));
        return all;
    }

    List<String> unexplained() {
        return differences();
    }
}
