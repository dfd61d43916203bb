package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import varve.query.search.ModuleSearch;

/// A module as deno.land/x shows it.
///
/// @param createdAt only where the newest are listed
/// @param searchScore only where something was looked for
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModuleView(
        String name,
        String description,
        @JsonProperty("star_count") long starCount,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("search_score") @Nullable Double searchScore) {

    static ModuleView of(ResultSet row) throws SQLException {
        return new ModuleView(
                row.getString("name"),
                row.getString("description"),
                row.getLong("stars"),
                null,
                null);
    }

    static ModuleView found(ModuleSearch.Hit hit) {
        var module = hit.module();
        return new ModuleView(
                module.name(), module.description(), module.stars(), null, hit.score());
    }

    static ModuleView dated(ResultSet row) throws SQLException {
        return new ModuleView(
                row.getString("name"),
                row.getString("description"),
                row.getLong("stars"),
                JsMoment.of(row, "created_at"),
                null);
    }

    ModuleView scored(double score) {
        return new ModuleView(name, description, starCount, createdAt, score);
    }
}
