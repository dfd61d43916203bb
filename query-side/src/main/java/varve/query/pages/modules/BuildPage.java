package varve.query.pages.modules;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.modules.BuildId;
import varve.query.modules.Modules;
import varve.query.pages.Press;

/// Where a build stands. Forges show this address beside the message that asked for it.
@RestController
class BuildPage {
    private final Modules modules;
    private final Press press;

    BuildPage(Modules modules, Press press) {
        this.modules = modules;
        this.press = press;
    }

    @GetMapping("/status/{id:[0-9a-f]{24}}")
    ResponseEntity<byte[]> status(@PathVariable String id) {
        var build =
                modules.build(BuildId.of(id))
                        .orElseThrow(() -> new ModuleRefusal.BuildNotFound(id).refused());
        return press.page((pages, site) -> pages.build(site, new BuildStatus(build)));
    }
}
