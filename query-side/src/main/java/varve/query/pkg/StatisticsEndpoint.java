package varve.query.pkg;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.query.account.Users;

/// What is new here, how much there is, and what somebody publishes.
@RestController
class StatisticsEndpoint {
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Statistics statistics;
    private final Users users;

    StatisticsEndpoint(Statistics statistics, Users users) {
        this.statistics = statistics;
        this.users = users;
    }

    @GetMapping("/api/stats")
    ResponseEntity<Statistics.Stats> stats() {
        return ResponseEntity.ok().cacheControl(A_MINUTE).body(statistics.stats());
    }

    @GetMapping("/api/metrics")
    ResponseEntity<Map<String, Long>> metrics() {
        return ResponseEntity.ok().cacheControl(A_MINUTE).body(statistics.metrics());
    }

    @GetMapping("/api/users/{id}/packages")
    List<PackageView> of(@PathVariable String id, Caller caller) {
        var user = UserId.of(id);
        users.one(user);
        return statistics.of(user, caller);
    }
}
