package varve.command.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.command.account.RelyingParty.Made;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.PasskeyId;
import varve.contract.account.UserId;

/// `varve_vault.passkey`: whose passkeys there are, and with which keys they are checked.
@Component
class PasskeyTable {
    private static final String ADD =
            """
            insert into varve_vault.passkey (id, owner, credential_id, public_key, counter,
                backup_eligible, name, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /// Authenticators without a counter always say zero.
    private static final String USE =
            """
            update varve_vault.passkey set counter = ?, last_used_at = ?
            where id = ? and (counter < ? or counter = 0)
            """;

    record Kept(PasskeyId id, UserId owner, Made made) {}

    private final JdbcClient db;
    private final Clock clock;

    PasskeyTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @throws Refused when there is one that authenticators know by the same id
    void add(PasskeyId id, UserId owner, String name, Made made) {
        try {
            db.sql(ADD)
                    .params(id.uuid(), owner.uuid(), made.credentialId(), made.publicKey())
                    .params(made.counter(), made.backupEligible(), name)
                    .param(Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(new Refusal.OfPeople.PasskeyTaken());
        }
    }

    Optional<Kept> known(byte[] credentialId) {
        return db.sql("select * from varve_vault.passkey where credential_id = ?")
                .param(credentialId)
                .query((row, _) ->
                        new Kept(
                                new PasskeyId(row.getObject("id", UUID.class)),
                                new UserId(row.getObject("owner", UUID.class)),
                                new Made(
                                        credentialId,
                                        row.getBytes("public_key"),
                                        row.getLong("counter"),
                                        row.getBoolean("backup_eligible"))))
                .optional();
    }

    /// By what authenticators know somebody's.
    List<byte[]> credentials(UserId owner) {
        return db.sql("select credential_id from varve_vault.passkey where owner = ?")
                .param(owner.uuid())
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    boolean has(UserId owner, PasskeyId id) {
        return db.sql("select count(*) from varve_vault.passkey where owner = ? and id = ?")
                        .params(owner.uuid(), id.uuid())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// @return whether the counter did not go on meanwhile
    boolean use(PasskeyId id, long counter) {
        return db.sql(USE)
                        .params(counter, Timestamp.from(clock.instant()), id.uuid(), counter)
                        .update()
                == 1;
    }

    /// @return whether there was one
    boolean remove(UserId owner, PasskeyId id) {
        return db.sql("delete from varve_vault.passkey where owner = ? and id = ?")
                        .params(owner.uuid(), id.uuid())
                        .update()
                == 1;
    }
}
