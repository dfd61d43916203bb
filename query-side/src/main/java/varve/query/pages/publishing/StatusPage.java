package varve.query.pages.publishing;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;
import varve.query.pages.Press;
import varve.query.publishing.Tasks;

/// Where an attempt to publish stands. Command lines print this address.
@RestController
class StatusPage {
    private final Tasks tasks;
    private final Press press;

    StatusPage(Tasks tasks, Press press) {
        this.tasks = tasks;
        this.press = press;
    }

    @GetMapping("/status/{id:[0-9a-fA-F-]{36}}")
    ResponseEntity<byte[]> status(@PathVariable String id) {
        var task =
                tasks.one(AttemptId.of(id))
                        .orElseThrow(() -> new Refused(new Refusal.AttemptNotFound(id)));
        var view = StatusView.of(task);
        return press.page((pages, site) -> pages.status(site, view));
    }
}
