package varve.query.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;

/// Reads the permissions of a token as the projection wrote them.
@Component
class Permissions {
    private record Permission(
            String permission,
            @Nullable String scope,
            @JsonProperty("package") @Nullable String pkg,
            @Nullable String version,
            @Nullable String tarballHash) {

        Grant.Permission publishing(String ofScope) {
            return new Grant.Permission(ScopeName.of(ofScope), pkg, version, tarballHash);
        }
    }

    private final JsonMapper json;

    Permissions(JsonMapper json) {
        this.json = json;
    }

    /// @param written null for a token that may do all that its owner may
    Grant grant(@Nullable String written) {
        if (written == null) {
            return new Grant.Everything();
        }
        var read = json.readValue(written, new TypeReference<List<Permission>>() {});
        boolean reads = read.stream().anyMatch(p -> p.permission().equals("package/read"));
        return reads ? reading(read) : publishing(read);
    }

    private static Grant publishing(List<Permission> read) {
        return new Grant.Publishing(
                read.stream()
                        .flatMap(p -> Stream.ofNullable(p.scope()).map(p::publishing))
                        .toList());
    }

    private static Grant reading(List<Permission> read) {
        return new Grant.Reading(
                read.stream()
                        .flatMap(p ->
                                Stream.ofNullable(p.scope())
                                        .map(scope -> new Grant.Area(ScopeName.of(scope), p.pkg())))
                        .toList());
    }
}
