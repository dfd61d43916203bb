package varve.acceptance.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /// Where ours say `any` and TypeScript knows more from other packages, which the workshop does
    /// not read.
    List<String> foreign() {
        return differences("foreign"::equals);
    }

    /// Where TypeScript makes none.
    List<String> refused() {
        return differences("refused"::equals);
    }

    /// All other differences.
    List<String> unexplained() {
        return differences(String::isEmpty);
    }

    private List<String> differences(Predicate<String> reason) {
        var all = new ArrayList<String>();
        for (var each : byPackage.properties()) {
            for (var one : each.getValue().path("different")) {
                if (reason.test(reason(one))) {
                    all.add(told(each.getKey(), one));
                }
            }
        }
        return all;
    }

    private static String reason(JsonNode one) {
        return one.path("foreign").asBoolean()
                ? "foreign"
                : one.path("refused").asBoolean() ? "refused" : "";
    }

    private static String told(String name, JsonNode one) {
        return "%s/%s%n  - %s%n  + %s"
                .formatted(
                        name,
                        one.path("file").asString(),
                        one.path("ours").asString(),
                        one.path("theirs").asString());
    }
}
