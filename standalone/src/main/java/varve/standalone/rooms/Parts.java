package varve.standalone.rooms;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.blobs.Blobs;
import varve.blobs.Bucket;
import varve.blobs.Place;
import varve.contract.Part;
import varve.contract.pkg.Readers;
import varve.eventlog.EventLog;
import varve.standalone.servers.SearchClient;

/// What the house needs in order to work, as the operator's tools see it.
@Configuration(proxyBeanMethods = false)
public class Parts {
    private static final Place PROBE =
            new Place(Bucket.MODULES, "readiness-probe", Place.Keeping.NOT_AT_ALL);

    /// @param probe throws what is wrong
    private record Probed(String name, boolean vital, Callable<?> probe) implements Part {
        @Override
        public Optional<String> trouble() {
            try {
                probe.call();
                return Optional.empty();
            } catch (Exception e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    @Bean
    @Order(1)
    Part databasePart(JdbcClient db) {
        return new Probed("database", true, () -> db.sql("select 1").query(Integer.class).single());
    }

    @Bean
    @Order(2)
    Part logPart(EventLog log) {
        return new Probed("log", true, log::head);
    }

    @Bean
    @Order(3)
    Part storagePart(Blobs blobs) {
        return new Probed("storage", true, () -> blobs.bytes(PROBE));
    }

    @Bean
    @Order(4)
    Part searchPart(SearchClient search) {
        return new Probed("search", false, () -> search.client().ping());
    }

    /// Whoever asks before it is known what is private would be told that nobody can say.
    @Bean
    @Order(5)
    Part rightsPart(ObjectProvider<Readers> readers) {
        return new Probed(
                "rights",
                true,
                () -> {
                    var known = readers.getIfAvailable();
                    return known == null || known.isPrivate("-", null);
                });
    }
}
