package varve.query.transparency;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.transparency.Checkpoint;

/// Proofs for those who would rather not compute them. Anybody may ask: they say no more than the
/// tiles do.
@RestController
class ProofEndpoint {
    private static final String TLOG_PROOF = "c2sp.org/tlog-proof@v1";

    private final LogProofs proofs;

    ProofEndpoint(LogProofs proofs) {
        this.proofs = proofs;
    }

    /// @param note the signed statement that the proof leads to
    record Included(
            long index, String leaf, List<String> hashes, long size, String root, String note) {}

    record Consistent(long from, long to, List<String> hashes) {}

    @GetMapping(value = "/api/log/proof/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    Included inclusion(@PathVariable long position) {
        var note = proofs.note();
        var told = Checkpoint.parse(note);
        var found = proofs.batch(told.size()).of(position);
        return new Included(
                found.index(), found.leaf(), found.hashes(), told.size(), told.root(), note);
    }

    /// The same as C2SP writes it into a file.
    @GetMapping(value = "/api/log/proof/{position}.tlog-proof")
    ResponseEntity<String> file(@PathVariable long position) {
        var found = inclusion(position);
        var text = new StringBuilder(TLOG_PROOF + "\nindex " + found.index() + "\n");
        found.hashes().forEach(hash -> text.append(hash).append('\n'));
        text.append('\n').append(found.note());
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text.toString());
    }

    @GetMapping("/api/log/consistency")
    Consistent consistency(@RequestParam long from, @RequestParam long to) {
        if (from < 0 || from > to || to > proofs.told().size()) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'from' is at most 'to', and 'to' at most the log's size"));
        }
        return new Consistent(from, to, proofs.consistency(from, to));
    }
}
