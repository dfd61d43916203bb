package varve.query.advisory;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How bad a flaw is: a vector, and the base score that CVSS 3.1 §7.1 computes from it.
///
/// @param vectorString absent when the advisory has none of version 3
record Cvss(double score, @Nullable String vectorString) {
    private static final Map<String, Double> WEIGHTS =
            Map.ofEntries(
                    Map.entry("AV:N", 0.85),
                    Map.entry("AV:A", 0.62),
                    Map.entry("AV:L", 0.55),
                    Map.entry("AV:P", 0.2),
                    Map.entry("AC:L", 0.77),
                    Map.entry("AC:H", 0.44),
                    Map.entry("UI:N", 0.85),
                    Map.entry("UI:R", 0.62),
                    Map.entry("H", 0.56),
                    Map.entry("L", 0.22),
                    Map.entry("N", 0.0));

    /// @param severities OSV's list, of which one may be of version 3
    static Cvss of(JsonNode severities) {
        for (var one : severities) {
            var vector = one.path("score").asString("");
            if (one.path("type").asString("").equals("CVSS_V3") && vector.startsWith("CVSS:3")) {
                return new Cvss(base(vector), vector);
            }
        }
        return new Cvss(0, null);
    }

    /// In npm's words.
    String severity() {
        if (vectorString == null) {
            return "moderate";
        }
        return score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "moderate" : "low";
    }

    private static double base(String vector) {
        var metrics = new HashMap<String, String>();
        for (var metric : vector.split("/", -1)) {
            int colon = metric.indexOf(':');
            if (colon > 0) {
                metrics.put(metric.substring(0, colon), metric.substring(colon + 1));
            }
        }
        boolean wide = "C".equals(metrics.get("S"));
        double impact =
                1 - (1 - part(metrics, "C")) * (1 - part(metrics, "I")) * (1 - part(metrics, "A"));
        double harm =
                wide ? 7.52 * (impact - 0.029) - 3.25 * Math.pow(impact - 0.02, 15) : 6.42 * impact;
        double ease =
                8.22
                        * weight(metrics, "AV")
                        * weight(metrics, "AC")
                        * privileges(metrics.getOrDefault("PR", "N"), wide)
                        * weight(metrics, "UI");
        return harm <= 0 ? 0 : roundUp(Math.min(wide ? 1.08 * (harm + ease) : harm + ease, 10));
    }

    private static double part(Map<String, String> metrics, String name) {
        return WEIGHTS.getOrDefault(metrics.getOrDefault(name, "N"), 0.0);
    }

    private static double weight(Map<String, String> metrics, String name) {
        return WEIGHTS.getOrDefault(name + ":" + metrics.get(name), 0.0);
    }

    private static double privileges(String required, boolean wide) {
        return switch (required) {
            case "H" -> wide ? 0.5 : 0.27;
            case "L" -> wide ? 0.68 : 0.62;
            default -> 0.85;
        };
    }

    private static double roundUp(double value) {
        return Math.ceil(Math.round(value * 100_000) / 10_000.0) / 10.0;
    }
}
