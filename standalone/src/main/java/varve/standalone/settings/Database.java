package varve.standalone.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Where PostgreSQL is and how to be let in.
///
/// @param user empty when the address says it
public record Database(String jdbcUrl, String user, String password) {
    /// Reads `postgresql://user:password@host:port/database?parameters` or a JDBC address.
    ///
    /// @throws BadSetting when it is neither
    static Database of(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new Database(text, "", "");
        }
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            throw new BadSetting("VARVE_DATABASE_URL: it starts with postgresql://");
        }
        var uri = URI.create(text);
        var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        var password = colon < 0 ? "" : userInfo.substring(colon + 1);
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Database(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                decoded(user),
                decoded(password));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Passwords stay out of logs.
    @Override
    public String toString() {
        return "Database[" + jdbcUrl.replaceAll("\\?.*", "") + "]";
    }
}
