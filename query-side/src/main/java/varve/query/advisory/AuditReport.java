package varve.query.advisory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The old form of an answer, as pnpm up to 10 and yarn 1 read it.
record AuditReport(
        List<Object> actions,
        Map<String, Found> advisories,
        List<Object> muted,
        Metadata metadata) {
    record Finding(
            String version, List<String> paths, boolean dev, boolean optional, boolean bundled) {}

    record Found(
            List<Finding> findings,
            long id,
            String title,
            @JsonProperty("module_name") String module,
            @JsonProperty("vulnerable_versions") String vulnerable,
            @JsonProperty("patched_versions") String patched,
            String overview,
            String recommendation,
            String severity,
            List<String> cwe,
            List<String> cves,
            Cvss cvss,
            String url,
            @JsonProperty("github_advisory_id") String name) {}

    record Metadata(
            Map<String, Integer> vulnerabilities,
            int dependencies,
            int devDependencies,
            int optionalDependencies,
            int totalDependencies) {}

    static AuditReport of(InstalledTree tree, Map<String, List<Flaw>> flaws) {
        var advisories = new LinkedHashMap<String, Found>();
        var counts = new LinkedHashMap<String, Integer>();
        List.of("info", "low", "moderate", "high", "critical").forEach(kind -> counts.put(kind, 0));
        flaws.forEach((name, found) -> {
            for (var flaw : found) {
                var findings = findings(tree.places().getOrDefault(name, Map.of()), flaw);
                advisories.put(Long.toString(flaw.id()), found(flaw, findings));
                int places = findings.stream().mapToInt(finding -> finding.paths().size()).sum();
                counts.merge(flaw.severity(), places, Integer::sum);
            }
        });
        var metadata =
                new Metadata(
                        counts,
                        tree.count() - tree.dev(),
                        tree.dev(),
                        tree.optional(),
                        tree.count());
        return new AuditReport(List.of(), advisories, List.of(), metadata);
    }

    private static List<Finding> findings(Map<String, List<String>> places, Flaw flaw) {
        return places.entrySet().stream()
                .filter(version -> flaw.concerns(version.getKey()))
                .map(version ->
                        new Finding(version.getKey(), version.getValue(), false, false, false))
                .toList();
    }

    private static Found found(Flaw flaw, List<Finding> findings) {
        return new Found(
                findings,
                flaw.id(),
                flaw.title(),
                flaw.name(),
                flaw.vulnerable(),
                flaw.patched(),
                flaw.overview(),
                "Upgrade to version " + flaw.patched(),
                flaw.severity(),
                flaw.cwe(),
                flaw.cves(),
                flaw.cvss(),
                flaw.url(),
                "");
    }
}
