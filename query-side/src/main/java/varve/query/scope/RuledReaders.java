package varve.query.scope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Live;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.NameFilter;
import varve.contract.pkg.NameRules;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.NameRules.Visitor;
import varve.contract.pkg.Readers;

/// What is private, and besides it what the operator's rules keep for some. Who signs in with which
/// name is remembered, so that reads go on without the database.
@Primary
@Component
class RuledReaders implements Readers {
    private static final String LOGIN =
            "select coalesce(login, '') from varve_vault.person where id = ?";

    private final ReadersInMemory readers;
    private final Live<NameRules> rules;
    private final JdbcClient db;
    private final Cache<UUID, String> logins =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    RuledReaders(ReadersInMemory readers, Live<NameRules> rules, JdbcClient db) {
        this.readers = readers;
        this.rules = rules;
        this.db = db;
    }

    @Override
    public boolean isPrivate(String scope, @Nullable String pkg) {
        return (pkg != null && !rules.now().isOpen(Deed.ACCESS, name(scope, pkg)))
                || readers.isPrivate(scope, pkg);
    }

    @Override
    public boolean mayKnow(String scope, @Nullable String pkg, Caller caller) {
        return readers.mayKnow(scope, pkg, caller)
                && (pkg == null
                        || caller.isStaff()
                        || rules.now()
                                .admits(
                                        Deed.ACCESS,
                                        name(scope, pkg),
                                        Visitor.of(caller, this::login)));
    }

    @Override
    public NameFilter shownTo(Caller caller) {
        return caller.isStaff()
                ? NameFilter.EVERYTHING
                : rules.now().filter(Deed.ACCESS, Visitor.of(caller, this::login));
    }

    @Override
    public NameFilter shownToAll() {
        return rules.now().open(Deed.ACCESS);
    }

    @Override
    public boolean await(long position, Duration atMost) {
        return readers.await(position, atMost);
    }

    private String login(UserId user) {
        try {
            return logins.get(
                    user.uuid(),
                    id -> {
                        Optional<String> found =
                                db.sql(LOGIN).param(id).query(String.class).optional();
                        return found.orElse("");
                    });
        } catch (DataAccessException _) {
            throw new Refused(new Refusal.Unavailable("database"));
        }
    }

    private static String name(String scope, String pkg) {
        return scope.startsWith("~") ? pkg : "@" + scope + "/" + pkg;
    }
}
