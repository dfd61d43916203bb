package varve.gateway.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What was filled in, as the JSON that the API wants. Forms know texts only, so names say what is
/// meant: `yanked:json` holds `true`, `false`, `null` or a number, and `runtimeCompat.deno:json` is
/// the field `deno` of the object `runtimeCompat`; `words:lines` is a list of texts, one a line.
/// What is left empty where a number may stand is `null`. Names that begin with `-` are said to the
/// door.
record FormFields(Map<String, String> fields) {
    private static final String TYPED = ":json";
    private static final String LINES = ":lines";
    private static final Pattern LITERAL = Pattern.compile("true|false|null|-?[0-9]{1,9}");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final JsonMapper JSON = new JsonMapper();

    static FormFields of(Map<String, String[]> parameters) {
        return new FormFields(
                parameters.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        field -> field.getValue()[0],
                                        (_, last) -> last,
                                        TreeMap::new)));
    }

    String said(String name, String otherwise) {
        return fields.getOrDefault("-" + name, otherwise);
    }

    /// @throws Refused when a field holds something else than its name says
    byte[] json() {
        var all = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (!name.startsWith("-")) {
                put(all, name, value);
            }
        });
        return JSON.writeValueAsBytes(all);
    }

    /// An address with `{name}` in it for what was filled in.
    String filledInto(String address) {
        return PLACE.matcher(address)
                .replaceAll(place ->
                        URLEncoder.encode(
                                fields.getOrDefault(place.group(1), "").strip(),
                                StandardCharsets.UTF_8));
    }

    private static void put(ObjectNode all, String name, String value) {
        var plain = name.replaceFirst(TYPED + "$|" + LINES + "$", "");
        var parts = plain.split("\\.", 2);
        var node = node(name, plain, value);
        if (parts.length == 1) {
            all.set(plain, node);
        } else if (all.path(parts[0]) instanceof ObjectNode begun) {
            begun.set(parts[1], node);
        } else {
            all.putObject(parts[0]).set(parts[1], node);
        }
    }

    private static JsonNode node(String name, String plain, String value) {
        if (name.endsWith(LINES)) {
            var lines = JsonNodeFactory.instance.arrayNode();
            value.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add);
            return lines;
        }
        return name.endsWith(TYPED)
                ? literal(plain, value)
                : JsonNodeFactory.instance.stringNode(value);
    }

    private static JsonNode literal(String name, String value) {
        if (value.isBlank()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (!LITERAL.matcher(value).matches()) {
            throw new Refused(
                    new Refusal.Malformed("'" + name + "' is a number, or true or false"));
        }
        return JSON.readTree(value);
    }
}
