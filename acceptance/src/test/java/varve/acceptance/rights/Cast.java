package varve.acceptance.rights;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import varve.acceptance.ci.LocalIssuer;
import varve.acceptance.kit.Api;

/// A scope, and somebody for everything that one can be to it.
final class Cast {
    /// The columns of the matrix.
    enum Part {
        /// Without credentials.
        NOBODY,
        /// The admin's token that may do nothing but publish in this scope.
        PUBLISH_TOKEN,
        STRANGER,
        READER,
        AUDITOR,
        MEMBER,
        ADMIN,
        /// A job in a repository that a package is linked to, set off by the admin.
        JOB,
        /// A member of staff who says so.
        STAFF
    }

    private final Api staff;
    private final @Nullable LocalIssuer issuer;
    private final Map<Part, Api> people = new EnumMap<>(Part.class);
    private final Map<Part, String> ids = new EnumMap<>(Part.class);
    private final String scope;

    Cast(Api operator) {
        this(operator, null);
    }

    /// @param issuer whose jobs are asked for by {@link Part#JOB}
    Cast(Api operator, @Nullable LocalIssuer issuer) {
        staff = operator.staff();
        this.issuer = issuer;
        for (var part :
                List.of(Part.STRANGER, Part.READER, Part.AUDITOR, Part.MEMBER, Part.ADMIN)) {
            var name = part.name().charAt(0) + "-" + part.ordinal();
            var person = part == Part.ADMIN ? staff.signedUp(name) : staff.newcomer(name);
            people.put(part, person);
            ids.put(part, idOf(person));
        }
        scope = freshScope();
        people.put(Part.NOBODY, staff.anonymous());
        people.put(Part.STAFF, staff);
        people.put(Part.PUBLISH_TOKEN, staff.anonymous().with(publishToken()));
        if (issuer != null) {
            var account = Map.of("subject", String.valueOf(LocalIssuer.ACTOR));
            staff.put("/api/admin/users/" + id(Part.ADMIN) + "/identities/github", account).is(204);
        }
    }

    String scope() {
        return scope;
    }

    /// All but the job, when there is nobody to vouch for one.
    List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.JOB || issuer != null)
                .toList();
    }

    Api as(Part part) {
        if (part == Part.JOB) {
            var here = "registry:" + staff.registry().getAuthority();
            return staff.anonymous()
                    .with("githuboidc " + requireNonNull(issuer).github(here).signed());
        }
        return requireNonNull(people.get(part));
    }

    String id(Part part) {
        return requireNonNull(ids.get(part));
    }

    /// Another scope with the same people in it.
    String freshScope() {
        var name = "cast-" + UUID.randomUUID().toString().substring(0, 8);
        staff.post("/api/admin/scopes", Map.of("scope", name, "userId", id(Part.ADMIN))).is(200);
        for (var part : List.of(Part.READER, Part.AUDITOR, Part.MEMBER)) {
            var wish = new LinkedHashMap<String, Object>();
            wish.put("userId", id(part));
            wish.put("role", part.name().toLowerCase(Locale.ROOT));
            staff.post("/api/admin/scopes/" + name + "/members", wish).is(200);
        }
        return name;
    }

    /// Somebody who has nothing to do with the scope yet.
    String newcomer() {
        return idOf(staff.newcomer("Nia"));
    }

    String newMember() {
        var id = newcomer();
        staff.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id, "isAdmin", false))
                .is(200);
        return id;
    }

    String invited() {
        var id = newcomer();
        staff.post("/api/scopes/" + scope + "/members", Map.of("id", id)).is(200);
        return id;
    }

    String freshPackage() {
        var name = "p" + UUID.randomUUID().toString().substring(0, 8);
        staff.createPackage("@" + scope + "/" + name);
        return name;
    }

    /// A package that the job's repository publishes.
    String linkedPackage(String scope) {
        var name = "l" + UUID.randomUUID().toString().substring(0, 8);
        staff.createPackage("@" + scope + "/" + name);
        var repository = Map.of("owner", "luca", "name", "flag", "id", LocalIssuer.REPOSITORY);
        staff.patch(
                        Api.packagePath("@" + scope + "/" + name),
                        Map.of("githubRepository", repository))
                .is(200);
        return name;
    }

    /// One that the admin has written.
    String ticket() {
        var wish = Map.of("kind", "other", "message", "More room, please");
        return as(Part.ADMIN).post("/api/tickets", wish).is(200).json().path("id").asString();
    }

    /// What a program was told that asks to be let in.
    String asked(String member) {
        var wish = Map.of("challenge", "YQ==");
        var told = staff.anonymous().post("/api/authorizations", wish).is(200).json();
        return told.path(member).asString();
    }

    private String publishToken() {
        var permission = Map.of("permission", "package/publish", "scope", scope);
        var wish = Map.of("description", "publishes", "permissions", List.of(permission));
        return as(Part.ADMIN)
                .post("/api/user/tokens", wish)
                .is(200)
                .json()
                .path("secret")
                .asString();
    }

    private static String idOf(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }
}
