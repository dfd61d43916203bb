package varve.command.npm.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;

/// What npm 10 and npm 11 send to have a token.
///
/// @param packages with or without a scope
/// @param scopes with or without their `@`
/// @param permission `read-only` or `read-write`, for packages and scopes; npm knows others
/// @param orgs whose people could be managed on other registries; here nobody can be given that
/// @param expires in days
/// @param unguarded whether no second factor is asked for with it
record TokenWish(
        @Nullable String password,
        @Nullable Boolean readonly,
        @Nullable String name,
        @Nullable List<String> packages,
        @Nullable List<String> scopes,
        @JsonProperty("packages_and_scopes_permission") @Nullable String permission,
        @Nullable List<String> orgs,
        @JsonProperty("orgs_permission") @Nullable String orgsPermission,
        @Nullable Integer expires,
        @JsonProperty("cidr_whitelist") @Nullable List<String> cidr,
        @JsonProperty("bypass_2fa") @Nullable Boolean unguarded) {
    private static final Set<String> GIVEN = Set.of("read-only", "read-write");
    private static final String NOTHING = "no-access";

    @Override
    public String toString() {
        return "TokenWish[…]";
    }

    boolean reads() {
        return Boolean.TRUE.equals(readonly) || "read-only".equals(permission);
    }

    /// Neither more nor less than was asked.
    ///
    /// @throws Refused when no token can have just these rights
    Grant grant() {
        if (!given(orgs).isEmpty() || !(orgsPermission == null || orgsPermission.equals(NOTHING))) {
            throw refused("a token has no rights of its own in orgs: leave 'orgs' out");
        }
        if (NOTHING.equals(permission)) {
            throw refused("a token that may nothing is of no use");
        }
        if (permission != null && !GIVEN.contains(permission)) {
            throw refused(
                    "'"
                            + permission
                            + "' cannot be given to a token: 'packages_and_scopes_permission' is"
                            + " read-only, read-write or left out");
        }
        var areas = areas();
        if (reads()) {
            return new Grant.Reading(areas);
        }
        return areas.isEmpty()
                ? new Grant.Everything()
                : new Grant.Publishing(areas.stream().map(TokenWish::publishing).toList());
    }

    /// Each package and scope that it is limited to.
    private List<Grant.Area> areas() {
        return Stream.concat(
                        given(packages).stream().map(TokenWish::pkg),
                        given(scopes).stream().map(TokenWish::scope))
                .toList();
    }

    private static Grant.Area pkg(String name) {
        var pkg = PackageRef.ofNpmName(name).orElseGet(() -> PackageRef.of(name));
        return new Grant.Area(pkg.scope(), pkg.name().text());
    }

    private static Grant.Area scope(String name) {
        return new Grant.Area(ScopeName.of(name.replaceFirst("^@", "")), null);
    }

    private static Grant.Permission publishing(Grant.Area area) {
        return new Grant.Permission(area.scope(), area.pkg(), null, null);
    }

    private static List<String> given(@Nullable List<String> wished) {
        return wished == null ? List.of() : wished;
    }

    private static Refused refused(String because) {
        return new Refused(new Refusal.Malformed(because));
    }
}
