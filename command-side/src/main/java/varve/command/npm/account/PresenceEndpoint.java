package varve.command.npm.account;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.command.account.Presence;

/// What npm asks again and again while somebody shows themselves in a browser. It sends the token
/// that it is told as a one-time code.
@RestController
class PresenceEndpoint {
    private static final String SECONDS = "1";

    private final Presence presence;

    PresenceEndpoint(Presence presence) {
        this.presence = presence;
    }

    @GetMapping("/~npm/-/v1/present/{exchangeToken}")
    ResponseEntity<Map<String, String>> present(@PathVariable String exchangeToken) {
        return presence.collect(exchangeToken)
                .map(pass -> ResponseEntity.ok(Map.of("token", pass)))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.ACCEPTED)
                                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                                .body(Map.of()));
    }
}
