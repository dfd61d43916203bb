package varve.acceptance.rights;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        /// A member of staff who says so.
        STAFF
    }

    private final Api staff;
    private final Map<Part, Api> people = new EnumMap<>(Part.class);
    private final Map<Part, String> ids = new EnumMap<>(Part.class);
    private final String scope;

    Cast(Api operator) {
        staff = operator.staff();
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
    }

    String scope() {
        return scope;
    }

    Api as(Part part) {
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
            wish.put("role", part.name().toLowerCase(java.util.Locale.ROOT));
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

    private String publishToken() {
        var permission = Map.of("permission", "package/publish", "scope", scope);
        return as(Part.ADMIN)
                .post("/api/user/tokens", Map.of("permissions", List.of(permission)))
                .is(200)
                .json()
                .path("secret")
                .asString();
    }

    private static String idOf(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }
}
