package varve.query.pages.history;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.transparency.Checkpoint;
import varve.query.pages.Press;
import varve.query.transparency.LogProofs;

/// The proof that one fact is in the log, and how to check it.
@RestController
class FactPage {
    private final LogProofs proofs;
    private final Press press;

    FactPage(LogProofs proofs, Press press) {
        this.proofs = proofs;
        this.press = press;
    }

    @GetMapping("/log/fact/{position:[0-9]{1,18}}")
    ResponseEntity<byte[]> fact(@PathVariable long position) {
        var note = proofs.note();
        long size = Checkpoint.parse(note).size();
        var view = FactView.of(proofs.batch(size).of(position), size, note);
        return press.page((pages, site) -> pages.fact(site, view));
    }
}
