package varve.query.advisory;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;

/// `npm audit`, `pnpm audit`, `yarn audit`: the short question and the old one with a whole tree.
@RestController
class AuditEndpoint {
    private static final int LARGEST = 16 << 20;

    private final Flaws flaws;
    private final JsonMapper json;

    AuditEndpoint(Flaws flaws, JsonMapper json) {
        this.flaws = flaws;
        this.json = json;
    }

    /// As npm 7 and later read it.
    record Advisory(
            long id,
            String url,
            String title,
            String severity,
            @JsonProperty("vulnerable_versions") String versions,
            List<String> cwe,
            Cvss cvss) {
        static Advisory of(Flaw flaw) {
            return new Advisory(
                    flaw.id(),
                    flaw.url(),
                    flaw.title(),
                    flaw.severity(),
                    flaw.vulnerable(),
                    flaw.cwe(),
                    flaw.cvss());
        }
    }

    /// The body names packages with the versions that are installed.
    @PostMapping("/~npm/-/npm/v1/security/advisories/bulk")
    Map<String, List<Advisory>> bulk(HttpServletRequest request) throws IOException {
        var used = new LinkedHashMap<String, Set<String>>();
        body(request)
                .forEachEntry((name, versions) ->
                        versions.forEach(version ->
                                used.computeIfAbsent(name, _ -> new HashSet<>())
                                        .add(version.asString(""))));
        var answer = new LinkedHashMap<String, List<Advisory>>();
        flaws.of(used)
                .forEach((name, found) ->
                        answer.put(name, found.stream().map(Advisory::of).toList()));
        return answer;
    }

    /// The body is a tree of what is installed.
    @PostMapping({"/~npm/-/npm/v1/security/audits", "/~npm/-/npm/v1/security/audits/quick"})
    AuditReport tree(HttpServletRequest request) throws IOException {
        var tree = InstalledTree.of(body(request));
        return AuditReport.of(tree, flaws.of(tree.used()));
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        try {
            var bytes = unpacked(request).readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refused(new Refusal.BodyTooLarge(LARGEST));
            }
            var body = json.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JacksonException | ZipException _) {
            // said below
        }
        throw new Refused(new Refusal.Malformed("the body is not what npm clients send"));
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        return "gzip".equals(request.getHeader("Content-Encoding"))
                ? new GZIPInputStream(request.getInputStream())
                : request.getInputStream();
    }
}
