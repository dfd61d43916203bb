package varve.acceptance.kit;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import varve.blobs.S3Blobs;
import varve.testkit.TestElasticsearch;
import varve.testkit.TestPostgres;
import varve.testkit.TestS3;

/// Database, search and storage that are not the registry's own, each with a part that nobody else
/// uses.
///
/// @param jdbcUrl without user and password
public record OutsideServers(
        String jdbcUrl,
        String user,
        String password,
        URI search,
        String searchPrefix,
        TestS3.Access s3) {

    /// Parts of the servers that all tests share.
    public static OutsideServers fresh() {
        try (var pool = TestPostgres.database()) {
            return new OutsideServers(
                    pool.getJdbcUrl(),
                    pool.getUsername(),
                    pool.getPassword(),
                    TestElasticsearch.uri(),
                    TestElasticsearch.freshPrefix(),
                    TestS3.fresh());
        }
    }

    /// Parts of servers that a test may stop.
    public static OutsideServers of(TestPostgres postgres, TestElasticsearch search) {
        try (var pool = postgres.newDatabase()) {
            return new OutsideServers(
                    pool.getJdbcUrl(),
                    pool.getUsername(),
                    pool.getPassword(),
                    search.address(),
                    TestElasticsearch.freshPrefix(),
                    TestS3.fresh());
        }
    }

    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put(
                "VARVE_DATABASE_URL",
                "postgresql://"
                        + user
                        + ":"
                        + password
                        + "@"
                        + jdbcUrl.substring("jdbc:postgresql://".length()));
        settings.put("VARVE_SEARCH_URL", search.toString());
        settings.put("VARVE_SEARCH_PREFIX", searchPrefix);
        settings.put("VARVE_S3_ENDPOINT", s3.endpoint().toString());
        settings.put("VARVE_S3_ACCESS_KEY", s3.accessKey());
        settings.put("VARVE_S3_SECRET_KEY", s3.secretKey());
        settings.put("VARVE_S3_BUCKET_PREFIX", s3.bucketPrefix());
        return settings;
    }

    /// Settings of a registry that starts sooner than one that starts servers of its own.
    ///
    /// @param others besides those of the servers
    public static Map<String, String> with(Map<String, String> others) {
        var settings = new TreeMap<>(fresh().settings());
        settings.putAll(others);
        return settings;
    }

    public TablesOf tables() {
        var separator = jdbcUrl.contains("?") ? "&" : "?";
        return new TablesOf(jdbcUrl + separator + "user=" + user + "&password=" + password);
    }

    /// The registry's shelf, past the registry.
    public S3Blobs shelf() {
        return new S3Blobs(
                new S3Blobs.Server(
                        s3.endpoint(),
                        "us-east-1",
                        s3.accessKey(),
                        s3.secretKey(),
                        s3.bucketPrefix()));
    }
}
