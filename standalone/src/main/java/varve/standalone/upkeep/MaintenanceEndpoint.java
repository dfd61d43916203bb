package varve.standalone.upkeep;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// The operator's verbs for a registry that is running.
@RestController
public class MaintenanceEndpoint {
    private final Maintenance maintenance;

    MaintenanceEndpoint(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @PostMapping(value = "/api/admin/maintenance", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> run(@RequestBody String words, Caller caller) {
        if (!caller.isStaff()) {
            throw new Refused(new Refusal.NotStaff());
        }
        var said = new ByteArrayOutputStream();
        boolean fine;
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            fine = maintenance.run(List.of(words.split("\n")), out);
        }
        return ResponseEntity.status(fine ? 200 : 409)
                .contentType(MediaType.TEXT_PLAIN)
                .body(said.toString(StandardCharsets.UTF_8));
    }
}
