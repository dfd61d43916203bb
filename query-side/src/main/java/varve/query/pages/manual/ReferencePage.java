package varve.query.pages.manual;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ApiReference;
import varve.query.pages.Press;

/// What programs can ask, by feature.
@RestController
class ReferencePage {
    private final ApiReference reference;
    private final Manual manual;
    private final Press press;

    ReferencePage(ApiReference reference, Manual manual, Press press) {
        this.reference = reference;
        this.manual = manual;
        this.press = press;
    }

    @GetMapping("/docs/api-reference")
    ResponseEntity<byte[]> reference() {
        var operations = reference.operations();
        return press.page((pages, site) ->
                pages.reference(
                        site, ManualView.of(manual.in(site.words().language())), operations));
    }
}
