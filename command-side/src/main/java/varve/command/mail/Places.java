package varve.command.mail;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.token.TokenEvent.TokenIssued;
import varve.contract.token.TokenId;

/// From which networks people have signed in. An address changes often, its network seldom, so
/// those are compared: 24 bits of an IPv4 address, 64 of an IPv6 one.
final class Places {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 8;
    private static final String KEEP =
            "insert into varve_vault.place (owner, network) values (?, ?) on conflict do nothing";

    private final JdbcClient db;

    Places(JdbcClient db) {
        this.db = db;
    }

    /// From now on it is known. The first place of all is nothing new.
    boolean isNew(TokenIssued session) {
        var owner = session.owner().uuid();
        boolean unknown =
                db.sql(KEEP).params(owner, network(address(session.token()))).update() == 1;
        return unknown
                && db.sql("select count(*) from varve_vault.place where owner = ?")
                                .param(owner)
                                .query(Integer.class)
                                .single()
                        > 1;
    }

    /// Address and program, for people.
    String of(TokenId session) {
        return db.sql(
                        "select address || ', ' || client from varve_vault.token_label where token = ?")
                .param(session.uuid())
                .query(String.class)
                .optional()
                .orElse("unknown");
    }

    private String address(TokenId session) {
        return db.sql("select address from varve_vault.token_label where token = ?")
                .param(session.uuid())
                .query(String.class)
                .optional()
                .orElse("");
    }

    static String network(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            int bytes = literal instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
            var network = Arrays.copyOf(literal.getAddress(), literal.getAddress().length);
            Arrays.fill(network, bytes, network.length, (byte) 0);
            return InetAddress.getByAddress(network).getHostAddress() + "/" + bytes * 8;
        } catch (IllegalArgumentException | UnknownHostException _) {
            return address;
        }
    }
}
