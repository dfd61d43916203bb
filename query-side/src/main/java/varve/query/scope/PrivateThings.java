package varve.query.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is private, at one moment: all of it, since what is not in here is everybody's.
///
/// @param scopes by name
record PrivateThings(Map<String, Closed> scopes) {
    /// Beyond this many the memory of a node is not the place for them.
    static final int MOST = 1_000_000;

    private static final String ALL =
            """
            select name as scope, null as package from varve_read.scope where private
            union all select scope, name from varve_read.package where private
            limit %d
            """
                    .formatted(MOST + 1);

    /// @param whole whether all of the scope is private
    /// @param packages those that are private themselves
    record Closed(boolean whole, Set<String> packages) {
        boolean covers(@Nullable String pkg) {
            return whole || (pkg != null && packages.contains(pkg));
        }
    }

    private record Row(String scope, @Nullable String pkg) {}

    static PrivateThings read(JdbcClient db) {
        var rows =
                db.sql(ALL)
                        .query((row, _) ->
                                new Row(row.getString("scope"), row.getString("package")))
                        .list();
        if (rows.size() > MOST) {
            throw new IllegalStateException("more than " + MOST + " private scopes and packages");
        }
        var packages = new HashMap<String, Set<String>>();
        var whole = new HashSet<String>();
        for (var row : rows) {
            var of = packages.computeIfAbsent(row.scope(), _ -> new HashSet<>());
            if (row.pkg() == null) {
                whole.add(row.scope());
            } else {
                of.add(row.pkg());
            }
        }
        return new PrivateThings(
                packages.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        of ->
                                                new Closed(
                                                        whole.contains(of.getKey()),
                                                        Set.copyOf(of.getValue())))));
    }

    boolean covers(String scope, @Nullable String pkg) {
        var closed = scopes.get(scope);
        return closed != null && closed.covers(pkg);
    }
}
