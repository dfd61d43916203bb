package varve.command.token;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.token.AddressRange;
import varve.contract.token.TokenId;

/// What the vault knows of a credential besides the log: what its owner calls it, which program
/// asked for it, from where, and from where it may be used.
@Component
public class TokenLabels {
    private static final String KEEP =
            """
            insert into varve_vault.token_label (token, owner, label, client, address, allowed_from,
                unguarded)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_SECRET =
            "select id from varve_read.token where sha256 = ? and owner = ?";

    private final JdbcClient db;

    TokenLabels(JdbcClient db) {
        this.db = db;
    }

    void keep(TokenId token, UserId owner, Label label) {
        db.sql(KEEP)
                .param(token.uuid())
                .param(owner.uuid())
                .param(label.text())
                .param(label.client())
                .param(label.address())
                .param(label.allowedFrom().stream().map(TokenLabels::text).toArray(String[]::new))
                .param(label.isUnguarded())
                .update();
    }

    /// Which of the owner's tokens has this secret.
    public Optional<TokenId> withSecret(String sha256, UserId owner) {
        return db.sql(OF_SECRET)
                .params(sha256, owner.uuid())
                .query(UUID.class)
                .optional()
                .map(TokenId::new);
    }

    /// Whether this token works and is theirs.
    public boolean isOf(TokenId token, UserId owner) {
        return db.sql("select count(*) from varve_read.token where id = ? and owner = ?")
                        .params(token.uuid(), owner.uuid())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String text(AddressRange range) {
        return range.first().getHostAddress() + "/" + range.bits();
    }
}
