package varve.command.token;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageName;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;
import varve.contract.version.VersionNumber;

/// One permission as JSR's clients write it, and one that JSR lacks: `package/read`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedPermission(
        @Nullable String permission,
        @Nullable String scope,
        @JsonProperty("package") @Nullable String pkg,
        @Nullable String version,
        @Nullable String tarballHash) {
    private static final String PUBLISH = "package/publish";
    private static final String READ = "package/read";

    /// @param asked absent for all that the owner may do
    /// @throws Refused when something is asked that cannot be given, or both kinds at once
    public static Grant grant(@Nullable List<AskedPermission> asked) {
        if (asked == null) {
            return new Grant.Everything();
        }
        if (!asked.isEmpty() && asked.stream().allMatch(p -> PUBLISH.equals(p.permission()))) {
            return new Grant.Publishing(asked.stream().map(AskedPermission::publishing).toList());
        }
        if (!asked.isEmpty() && asked.stream().allMatch(p -> READ.equals(p.permission()))) {
            return reading(asked);
        }
        throw new Refused(
                new Refusal.Malformed(
                        "'permissions' is null, or package/publish or package/read permissions"));
    }

    private static Grant reading(List<AskedPermission> asked) {
        boolean all = asked.stream().anyMatch(p -> p.scope() == null);
        return new Grant.Reading(
                all
                        ? List.of()
                        : asked.stream()
                                .map(p -> new Grant.Area(p.checkedScope(), p.checkedPackage()))
                                .toList());
    }

    private Grant.Permission publishing() {
        if (tarballHash != null
                && (version == null || !tarballHash.matches("sha256-[0-9a-f]{64}"))) {
            throw new Refused(new Refusal.Malformed("'tarballHash' is not that of one upload"));
        }
        return new Grant.Permission(
                checkedScope(),
                checkedPackage(),
                version == null ? null : VersionNumber.of(version).text(),
                tarballHash);
    }

    private ScopeName checkedScope() {
        return ScopeName.of(unlessGiven(scope, "scope"));
    }

    private @Nullable String checkedPackage() {
        return pkg == null ? null : PackageName.of(pkg).text();
    }
}
