package varve.query.pages.modules;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.contract.modules.Subdir;
import varve.query.modules.Modules;
import varve.query.pages.Press;

/// How to publish a repository's tags: the address of the webhook, and what to choose in the
/// forge's settings. Says whether a name is free, and once the forge has rung, that it has.
@RestController
class AddModulePage {
    private final Modules modules;
    private final Press press;

    AddModulePage(Modules modules, Press press) {
        this.modules = modules;
        this.press = press;
    }

    @GetMapping("/add_module")
    ResponseEntity<byte[]> add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String subdir) {
        var view = new AddModuleView(name.strip(), state(name.strip()), folder(subdir.strip()));
        return press.page((pages, site) -> pages.addmodule(site, view));
    }

    private AddModuleView.State state(String name) {
        if (name.isEmpty()) {
            return AddModuleView.State.NOT_ASKED;
        }
        try {
            var module = ModuleName.of(name);
            if (modules.one(module).isPresent()) {
                return AddModuleView.State.TAKEN;
            }
            return module.mayBeNew() ? AddModuleView.State.FREE : AddModuleView.State.NOT_VALID;
        } catch (Refused _) {
            return AddModuleView.State.NOT_VALID;
        }
    }

    /// What somebody typed, as the webhook wants it: with a slash at the end.
    private static String folder(String typed) {
        try {
            return typed.isEmpty()
                    ? ""
                    : Subdir.of(typed.endsWith("/") ? typed : typed + "/").text();
        } catch (Refused _) {
            return "";
        }
    }
}
