package varve.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import varve.contract.Actor;
import varve.contract.Caller;

/// Who wants to publish what is hidden from them, on the npm host. They name it twice, in the
/// address and in what they send, so it cannot be taken for another name; and whether a free name
/// is taken cannot be kept from those who publish.
final class NpmWrite {
    private static final Pattern DOCUMENT =
            Pattern.compile("(?!-/)[^/]+(?:/(?!-)[^/]+)?(/-rev/.*)?");
    private static final Pattern OF_JOBS =
            Pattern.compile("-/(?:npm/v1/oidc/token/exchange|stage)/package/.*");

    private NpmWrite() {}

    /// A job shows who it is by its provider's word only, and the package says whether it trusts
    /// it.
    static boolean isByJob(RequestPath path, HttpServletRequest request, Supplier<Caller> caller) {
        return (isDocument(path, request)
                        || request.getMethod().equals("POST")
                                && OF_JOBS.matcher(path.key()).matches())
                && caller.get().actor() instanceof Actor.Workload;
    }

    /// Somebody who is known here.
    static boolean isByPerson(
            RequestPath path, HttpServletRequest request, Supplier<Caller> caller) {
        return isDocument(path, request) && !(caller.get().actor() instanceof Actor.Anonymous);
    }

    /// What the document is about.
    static String name(RequestPath path) {
        return path.key().replaceFirst("/-rev/.*", "");
    }

    private static boolean isDocument(RequestPath path, HttpServletRequest request) {
        return request.getMethod().equals("PUT") && DOCUMENT.matcher(path.key()).matches();
    }
}
