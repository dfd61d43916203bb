package varve.query.audit;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.query.transparency.LogProofs;
import varve.query.transparency.LogProofs.AsOf;

/// Answers for staff who find out what an incident has touched.
@RestController
class InquiryEndpoint {
    /// @param asOf the log that the answer holds for
    record Answer<T>(List<T> items, AsOf asOf) {}

    private final Inquiries inquiries;
    private final Auditors auditors;
    private final Moments moments;
    private final LogProofs proofs;

    InquiryEndpoint(Inquiries inquiries, Auditors auditors, Moments moments, LogProofs proofs) {
        this.inquiries = inquiries;
        this.auditors = auditors;
        this.moments = moments;
        this.proofs = proofs;
    }

    /// Which versions have these bytes.
    ///
    /// @param hash SHA-1 or SHA-256 in hexadecimal, or SHA-512 in base64
    @GetMapping("/api/audit/content")
    Answer<Inquiries.Content> content(@RequestParam String hash, Caller caller) {
        auditors.may(caller, null);
        return answer(inquiries.withBytes(hash));
    }

    /// Which versions depend on a package, directly or not.
    @GetMapping("/api/audit/dependents")
    Answer<Inquiries.Dependent> dependents(
            @RequestParam(name = "package") String pkg, Caller caller) {
        auditors.may(caller, null);
        return answer(inquiries.dependents(PackageRef.of(pkg).text()));
    }

    /// Which credentials a person has had, and when each was used last. Never the credentials.
    @GetMapping("/api/audit/tokens")
    Answer<Inquiries.Token> tokens(@RequestParam String user, Caller caller) {
        auditors.may(caller, null);
        return answer(inquiries.tokens(UserId.of(user).text()));
    }

    private <T> Answer<T> answer(List<T> items) {
        return new Answer<>(items, proofs.asOf(moments.position(null)));
    }
}
