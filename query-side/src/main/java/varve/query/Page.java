package varve.query;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Which part of a list is wanted (JSR's rules: pages counted from 1, at most 100 items each).
public record Page(int number, int size) {
    private static final int LARGEST = 100;

    /// @throws Refused when a number is out of range
    public static Page of(@Nullable Integer page, @Nullable Integer limit) {
        var wanted = new Page(page == null ? 1 : page, limit == null ? LARGEST : limit);
        if (wanted.number() < 1 || wanted.size() < 1 || wanted.size() > LARGEST) {
            throw new Refused(
                    new Refusal.Malformed("'page' starts at 1 and 'limit' is between 1 and 100"));
        }
        return wanted;
    }

    public int offset() {
        return Math.multiplyExact(number - 1, size);
    }

    /// A part of a list and how long the whole is.
    public record Items<T>(List<T> items, long total) {}

    /// Reads a part of a list.
    ///
    /// @param part whose rows say in `total` how long the whole is
    public static <T> Items<T> items(JdbcClient.StatementSpec part, RowMapper<T> row) {
        var total = new AtomicLong();
        var items =
                part.query(
                                (result, number) -> {
                                    total.set(result.getLong("total"));
                                    return row.mapRow(result, number);
                                })
                        .list();
        return new Items<>(items, total.get());
    }
}
