package varve.query.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.query.Page;
import varve.query.Rights;

/// Attempts to publish, for those who publish and for staff.
@RestController
class TaskListEndpoint {
    private final Tasks tasks;
    private final Rights rights;

    TaskListEndpoint(Tasks tasks, Rights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/publishing_tasks")
    List<TaskView> of(@PathVariable String scope, @PathVariable String name, Caller caller) {
        var ref = PackageRef.of(scope, name);
        rights.require(caller, ref.scope(), Role.MEMBER);
        return tasks.of(ref);
    }

    @GetMapping("/api/admin/publishing_tasks")
    Page.Items<TaskView> all(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String sortBy,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        return tasks.all(query, sortBy, Page.of(page, limit));
    }
}
