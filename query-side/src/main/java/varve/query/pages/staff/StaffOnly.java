package varve.query.pages.staff;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.pages.Pager;
import varve.query.pages.Press;

/// What the pages for staff have in common.
final class StaffOnly {
    private StaffOnly() {}

    /// Whoever does not act as staff yet is asked to say so; the registry knows who may.
    static ResponseEntity<byte[]> page(
            Press press, Caller caller, Supplier<ResponseEntity<byte[]>> page) {
        if (!caller.interactive()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/sign-in?redirect=/admin"))
                    .build();
        }
        return caller.isStaff() ? page.get() : press.privately((pages, site) -> pages.staff(site));
    }

    /// @param list as the address has it
    static Pager pager(String list, String query, Page part, long total) {
        var sought = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return new Pager(part, total, "/admin/" + list + "?query=" + sought + "&page=");
    }
}
