package varve.command.attestation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is attested of a version, as npm clients ask for it.
public final class AttestationFile {
    private AttestationFile() {}

    public static byte[] of(String predicateType, JsonNode bundle, JsonMapper json) {
        var one = new LinkedHashMap<String, Object>();
        one.put("predicateType", predicateType);
        one.put("bundle", bundle);
        return json.writeValueAsBytes(Map.of("attestations", List.of(one)));
    }
}
