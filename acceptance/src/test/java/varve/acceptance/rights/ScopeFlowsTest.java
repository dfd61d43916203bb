package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;

/// What becomes of scopes and their people, and what is refused with which code.
class ScopeFlowsTest {
    private final Api staff = Shared.varve().api().staff();

    @Test
    void somebody_is_invited_accepts_and_is_a_plain_member() {
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope("invite");
        var members = "/api/scopes/" + scope + "/members";

        var invite = ada.post(members, Map.of("id", id(ben))).is(200).json();
        assertThat(invite.path("targetUser").path("id").asString()).isEqualTo(id(ben));
        assertThat(invite.path("requestingUser").path("id").asString()).isEqualTo(id(ada));
        refused(ada.post(members, Map.of("id", id(ben))), 400, "alreadyInvited");
        assertThat(ben.get("/api/user/invites").is(200).json().size()).isEqualTo(1);

        var membership = ben.post("/api/user/invites/" + scope, Map.of()).is(200).json();
        assertThat(membership.path("isAdmin").asBoolean()).isFalse();
        assertThat(membership.path("role").asString()).isEqualTo("member");
        refused(ada.post(members, Map.of("id", id(ben))), 400, "alreadyScopeMember");
        refused(ben.post("/api/user/invites/" + scope, Map.of()), 404, "scopeInviteNotFound");
        assertThat(events(scope))
                .containsSubsequence("scope.member-invited", "scope.member-joined");
    }

    @Test
    void an_invitation_is_declined_or_withdrawn() {
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope("decline");
        var members = "/api/scopes/" + scope + "/members";

        ada.post(members, Map.of("id", id(ben))).is(200);
        ben.delete("/api/user/invites/" + scope).is(204);
        ada.post(members, Map.of("id", id(ben))).is(200);
        ada.delete("/api/scopes/" + scope + "/invites/" + id(ben)).is(204);

        refused(ben.post("/api/user/invites/" + scope, Map.of()), 404, "scopeInviteNotFound");
        refused(ada.post(members, Map.of("id", UUID.randomUUID().toString())), 404, "userNotFound");
        refused(ada.post(members, Map.of("githubLogin", "nobody")), 404, "userNotFound");
        refused(ada.post(members, Map.of()), 400, "malformedRequest");
    }

    @Test
    void the_last_admin_stays_and_an_owner_leaves_to_an_heir_with_room() {
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope("heir");
        var self = "/api/scopes/" + scope + "/members/" + id(ada);
        refused(ada.delete(self), 400, "scopeMustHaveAdmin");
        refused(ada.patch(self, Map.of("isAdmin", false)), 400, "scopeMustHaveAdmin");
        join(scope, ben, "admin");
        staff.patch("/api/admin/users/" + id(ben) + "/scopes", Map.of("scopeLimit", 0)).is(200);
        refused(ada.delete(self), 400, "noScopeOwnerAvailable");

        staff.patch("/api/admin/users/" + id(ben) + "/scopes", Map.of("scopeLimit", 1)).is(200);
        ada.delete(self).is(204);

        refused(ben.post("/api/scopes", Map.of("scope", name())), 400, "scopeLimitReached");
        assertThat(events(scope)).contains("scope.ownership-passed");
    }

    @Test
    void plain_members_leave_a_scope_whose_owner_could_own_no_more() {
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope("plain");
        join(scope, ben, "member");
        staff.patch("/api/admin/users/" + id(ada) + "/scopes", Map.of("scopeLimit", 1)).is(200);

        ada.delete("/api/scopes/" + scope + "/members/" + id(ben)).is(204);
    }

    @Test
    void names_are_refused_with_the_code_that_says_why() {
        var ada = staff.newcomer("Ada");
        refused(create(ada, "google"), 400, "scopeNameReserved");
        refused(create(ada, "goo-gle"), 400, "scopeNameReserved");
        refused(create(ada, "my-porn"), 400, "scopeNameNotAllowed");
        refused(create(ada, "a--b"), 400, "scopeNameNotAllowed");
        refused(create(ada, "x".repeat(21)), 400, "scopeNameNotAllowed");
        var scope = "l" + name();
        create(ada, scope).is(200);
        refused(create(ada, scope), 409, "scopeAlreadyExists");
        var looksAlike = "1" + scope.substring(1);
        assertThat(create(ada, looksAlike).is(400).text()).contains("looks like @" + scope);
        var slip = scope.substring(0, scope.length() - 1);
        create(staff.newcomer("Ben"), slip).is(200);
        assertThat(events(slip)).contains("scope.flagged");
        refused(
                ada.post("/api/scopes", Map.of("scope", name(), "description", "abc")),
                400,
                "malformedRequest");
    }

    @Test
    void only_empty_scopes_and_unused_packages_go() {
        var ada = staff.newcomer("Ada");
        var scope = ada.freshScope("empty");
        var path = "/api/scopes/" + scope;
        ada.createPackage("@" + scope + "/flag");
        refused(ada.delete(path), 409, "scopeNotEmpty");
        refused(
                ada.post(path + "/packages", Map.of("package", "fl-ag")),
                409,
                "packageAlreadyExists");
        refused(
                ada.post(path + "/packages", Map.of("package", "porn")),
                400,
                "packageNameNotAllowed");

        ada.delete(path + "/packages/flag").is(204);
        refused(ada.get(path + "/packages/flag"), 404, "packageNotFound");
        ada.delete(path).is(204);

        refused(ada.get(path), 404, "scopeNotFound");
        create(staff.newcomer("Ben"), scope).is(200);
        assertThat(events(scope)).contains("scope.deleted", "package.deleted");
    }

    @Test
    void settings_are_changed_one_at_a_time_and_an_archived_package_keeps_still() {
        var ada = staff.newcomer("Ada");
        var scope = ada.freshScope("settings");
        var pkg = "/api/scopes/" + scope + "/packages/flag";
        ada.createPackage("@" + scope + "/flag");
        var compat = Map.of("deno", true, "node", false);
        var linked =
                Map.of(
                        "githubRepository",
                        Map.of("owner", "luca", "name", "flag", "id", 274939732));

        ada.patch(pkg, Map.of("runtimeCompat", compat)).is(200);
        ada.patch(pkg, Map.of("readmeSource", "jsdoc")).is(200);
        var now = ada.patch(pkg, linked).is(200).json();

        assertThat(now.path("runtimeCompat").path("deno").asBoolean()).isTrue();
        assertThat(now.path("readmeSource").asString()).isEqualTo("jsdoc");
        assertThat(now.path("githubRepository").path("id").asLong()).isEqualTo(274939732);
        refused(ada.patch(pkg, Map.of()), 400, "malformedRequest");
        refused(
                ada.patch(pkg, Map.of("description", "x", "isArchived", true)),
                400,
                "malformedRequest");
        refused(ada.patch(pkg, Map.of("description", "x".repeat(251))), 400, "malformedRequest");
        var archived = ada.patch(pkg, Map.of("isArchived", true)).is(200).json();
        assertThat(archived.path("isArchived").asBoolean()).isTrue();
        refused(ada.patch(pkg, Map.of("description", "Draws")), 400, "packageArchived");
        assertThat(ada.anonymous().get("/api/scopes/" + scope + "/packages").text())
                .doesNotContain("flag");
        ada.patch(pkg, Map.of("isArchived", false)).is(200);
        staff.patch(pkg, Map.of("isFeatured", true)).is(200);
    }

    @Test
    void a_package_goes_on_under_another_name_and_leads_there() {
        var ada = staff.newcomer("Ada");
        var scope = ada.freshScope("move");
        var other = ada.freshScope("place");
        ada.createPackage("@" + scope + "/flag");
        var old = "/api/scopes/" + scope + "/packages/flag";
        ada.patch(old, Map.of("description", "Draws flags")).is(200);

        var moved = ada.post(old + "/move", Map.of("scope", other, "package", "banner")).is(200);

        assertThat(moved.json().path("description").asString()).isEqualTo("Draws flags");
        var led = ada.get(old).is(308);
        assertThat(led.header("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/scopes/" + other + "/packages/banner"));
        refused(ada.patch(old, Map.of("description", "x")), 409, "packageMoved");
        refused(
                ada.post(old + "/move", Map.of("scope", other, "package", "banner")),
                409,
                "packageMoved");
    }

    @Test
    void a_package_that_goes_on_in_private_tells_strangers_nothing_of_it() {
        var ada = staff.newcomer("Ada");
        var scope = ada.freshScope("move");
        var other = ada.freshScope("secret");
        ada.patch("/api/scopes/" + other, Map.of("visibility", "private")).is(200);
        ada.createPackage("@" + scope + "/flag");
        var list = "/api/scopes/" + scope + "/packages";
        var old = list + "/flag";
        ada.post(old + "/move", Map.of("scope", other, "package", "banner")).is(200);

        for (var stranger : List.of(ada.anonymous(), staff.newcomer("Ned"))) {
            assertThat(stranger.get(old).is(200).text()).contains("flag").doesNotContain(other);
            assertThat(stranger.get(list).is(200).text()).contains("flag").doesNotContain(other);
        }
        assertThat(ada.get(old).is(308).text()).contains("@" + other + "/banner");
        assertThat(ada.get(list).is(200).text()).contains("@" + other + "/banner");
    }

    private void join(String scope, Api person, String role) {
        staff.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id(person), "role", role))
                .is(200);
    }

    private static Answer create(Api person, String scope) {
        return person.post("/api/scopes", Map.of("scope", scope));
    }

    private List<String> events(String scope) {
        return staff.get("/api/audit?limit=1000&scope=" + scope)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("event").asString())
                .toList();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }

    private static String id(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }

    private static String name() {
        return "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
