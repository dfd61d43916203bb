package varve.acceptance.publishing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.Workspace;

/// The names that entry points export, or why they cannot be loaded, as a runtime says it.
record ExportedNames(JsonNode byEntry) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCRIPT = Script.text("names.mjs");

    /// What Node.js has not, whoever compiled the module.
    private static final Set<String> LACKING =
            Set.of(
                    "cannot be loaded: ReferenceError: Deno is not defined",
                    "cannot be loaded: ReferenceError: GPUTextureUsage is not defined",
                    "cannot be loaded: ReferenceError: Bun is not defined");

    /// @param specifiers for Deno by the name for npm
    static ExportedNames inDeno(Workspace room, Map<String, String> specifiers, Clients clients) {
        room.file("deno.json", "{\"minimumDependencyAge\":\"0\",\"lock\":false}")
                .file("names.json", JSON.writeValueAsString(specifiers))
                .file("names.mjs", SCRIPT);
        return said(clients.deno(room, "run", "-A", "--no-check", "names.mjs"));
    }

    static ExportedNames inNode(Workspace room, Set<String> entries, Clients clients) {
        var names = new TreeMap<String, String>();
        entries.forEach(entry -> names.put(entry, entry));
        room.file("names.json", JSON.writeValueAsString(names)).file("names.mjs", SCRIPT);
        return said(clients.node(room, "names.mjs"));
    }

    String of(String entry) {
        return byEntry.path(entry).asString();
    }

    /// Whether the entry point needs a global that this runtime has not.
    boolean lacksGlobals(String entry) {
        return LACKING.contains(of(entry));
    }

    private static ExportedNames said(Run run) {
        var output = run.succeeds().output();
        return new ExportedNames(JSON.readTree(output.substring(output.lastIndexOf("\n{\"") + 1)));
    }
}
