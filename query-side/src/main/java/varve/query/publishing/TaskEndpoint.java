package varve.query.publishing;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;

/// Where an attempt stands. Clients poll it without credentials, under either address.
@RestController
class TaskEndpoint {
    private final Tasks tasks;

    TaskEndpoint(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping({"/api/publishing_tasks/{id}", "/api/publish_status/{id}"})
    ResponseEntity<TaskView> task(@PathVariable String id) {
        Optional<TaskView> task = tasks.one(AttemptId.of(id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(task.orElseThrow(() -> new Refused(new Refusal.AttemptNotFound(id))));
    }
}
