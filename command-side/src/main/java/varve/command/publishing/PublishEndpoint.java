package varve.command.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// Where `deno publish` sends an upload. The checks come in the order in which JSR makes them; the
/// bytes are on the shelf before the log has a word of them.
@RestController
class PublishEndpoint {
    private final Permits permits;
    private final Requests requests;

    PublishEndpoint(Permits permits, Requests requests) {
        this.permits = permits;
        this.requests = requests;
    }

    @PostMapping("/api/scopes/{scope}/packages/{name}/versions/{version}")
    Written publish(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam String config,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        ref.pkg().requirePlain();
        var configPath = FilePath.of(config);
        if (request.getContentLengthLong() > Upload.LARGEST) {
            throw new Refused(new Refusal.TooLarge(Upload.LARGEST));
        }
        if (!"gzip".equals(request.getHeader("Content-Encoding"))) {
            throw new Refused(new Refusal.NotGzip());
        }
        permits.require(ref, caller);
        try (var upload = Upload.receive(request.getInputStream())) {
            permits.require(ref, upload.sha256(), caller);
            var attempt = new AttemptId(UUID.randomUUID());
            return requests.request(
                    new Uploads.Kept(attempt, ref, configPath, upload.sha256(), upload.size()),
                    upload.file(),
                    caller);
        }
    }
}
