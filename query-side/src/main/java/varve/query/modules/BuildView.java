package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A build as deno.land/x shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BuildView(
        String id,
        @JsonProperty("created_at") String createdAt,
        Options options,
        String status,
        @Nullable String message,
        @Nullable Stats stats) {

    /// What was asked for.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Options(
            String type,
            String moduleName,
            String repository,
            String ref,
            String version,
            @Nullable String subdir) {}

    /// What came of it.
    public record Stats(
            @JsonProperty("total_files") int totalFiles,
            @JsonProperty("total_size") long totalSize) {}

    static BuildView of(ResultSet row) throws SQLException {
        return new BuildView(
                row.getString("id"),
                JsMoment.of(row, "created_at"),
                new Options(
                        row.getString("forge"),
                        row.getString("module"),
                        row.getString("repository"),
                        row.getString("tag"),
                        row.getString("version"),
                        row.getString("subdir")),
                row.getString("status"),
                row.getString("message"),
                row.getObject("published") == null
                        ? null
                        : new Stats(row.getInt("files"), row.getLong("bytes")));
    }
}
