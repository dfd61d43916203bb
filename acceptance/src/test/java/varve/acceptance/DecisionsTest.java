package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Kite;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;

/// What the registry says that somebody could do is what it lets them do, whatever stands in the
/// way; and what stood in the way once is still known when it is gone.
class DecisionsTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final Api STAFF = VARVE.api().staff();

    private Api mia = VARVE.api();
    private Api luca = VARVE.api();
    private String scope = "";
    private String pkg = "";
    private int version;

    @BeforeEach
    void a_package_with_an_admin_and_a_member() {
        mia = VARVE.api().newcomer("Mia");
        luca = VARVE.api().newcomer("Luca");
        scope = mia.freshScope("right");
        pkg = "@" + scope + "/kite";
        mia.createPackage(pkg);
        STAFF.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id(luca), "isAdmin", false))
                .is(200);
    }

    @Test
    void a_scope_that_is_published_to_by_jobs_keeps_its_members_from_it() {
        agree(luca, 200, "");
        long before = now();
        mia.patch("/api/scopes/" + scope, Map.of("requirePublishingFromCI", true)).is(200);
        agree(luca, 403, "scopeRequiresPublishingFromCi");
        assertThat(publishers("")).doesNotContain(id(mia), id(luca)).contains("staff:");
        assertThat(decision(luca, "&asOf=" + before).path("allowed").asBoolean()).isTrue();
        mia.patch("/api/scopes/" + scope, Map.of("requirePublishingFromCI", false)).is(200);
        agree(luca, 200, "");
    }

    @Test
    void a_blocked_member_is_kept_out_until_let_in_again() {
        var member = "/api/admin/users/" + id(luca);
        var luke = id(luca);
        STAFF.patch(member, Map.of("isBlocked", true)).is(200);
        long blocked = now();
        assertThat(upload(luca).status()).isEqualTo(403);
        var question = question("user:" + luke, pkg, "");
        assertThat(said(question)).isEqualTo("blocked");
        assertThat(publishers("")).doesNotContain(luke);
        STAFF.patch(member, Map.of("isBlocked", false)).is(200);
        agree(luca, 200, "");
        assertThat(said(question + "&asOf=" + blocked)).isEqualTo("blocked");
    }

    @Test
    void staff_who_are_blocked_or_gone_are_staff_no_more() {
        for (var fate : new String[] {"blocked", "erased"}) {
            var vera = VARVE.api().newcomer("Vera");
            var vid = id(vera);
            STAFF.patch("/api/admin/users/" + vid, Map.of("isStaff", true)).is(200);
            assertThat(publishers("")).contains("staff:" + vid);
            upload(vera.staff()).is(200);
            if (fate.equals("blocked")) {
                STAFF.patch("/api/admin/users/" + vid, Map.of("isBlocked", true)).is(200);
                upload(vera.staff()).is(403);
            } else {
                STAFF.delete("/api/admin/users/" + vid).is(204);
                upload(vera.staff()).is(401);
            }
            assertThat(publishers("")).as(fate).doesNotContain(vid);
            assertThat(said(question("staff:" + vid, pkg, ""))).isEqualTo("blocked");
        }
    }

    @Test
    void an_archived_package_takes_nothing_in_from_anybody() {
        mia.patch(Api.packagePath(pkg), Map.of("isArchived", true)).is(200);
        agree(mia, 400, "packageArchived");
        assertThat(publishers("")).isEqualTo("[]");
        mia.patch(Api.packagePath(pkg), Map.of("isArchived", false)).is(200);
        agree(mia, 200, "");
    }

    @Test
    void a_package_that_goes_on_elsewhere_is_published_there() {
        var other = mia.freshScope("right");
        mia.post(Api.packagePath(pkg) + "/move", Map.of("scope", other, "package", "kite")).is(200);
        agree(mia, 409, "packageMoved");
    }

    @Test
    void nobody_could_publish_what_was_not_there_or_is_there_no_more() {
        var gone = "@" + scope + "/gone";
        long before = now();
        refused(gone);
        mia.createPackage(gone);
        long there = now();
        assertThat(said(question("user:" + id(mia), gone, ""))).isEmpty();
        mia.delete(Api.packagePath(gone)).is(204);
        refused(gone);
        assertThat(said(question("user:" + id(mia), gone, "&asOf=" + before)))
                .isEqualTo("packageNotFound");
        assertThat(said(question("user:" + id(mia), gone, "&asOf=" + there))).isEmpty();
    }

    @Test
    void nobody_is_left_who_could_publish_to_a_deleted_scope() {
        mia.delete(Api.packagePath(pkg)).is(204);
        mia.delete("/api/scopes/" + scope).is(204);
        assertThat(publishers("")).isEqualTo("[]");
        assertThat(said(question("user:" + id(mia), pkg, ""))).isEqualTo("scopeNotFound");
        upload(mia).is(404);
    }

    @Test
    void who_founds_a_deleted_scope_anew_does_not_learn_of_its_former_owners() {
        var list = "/api/audit/scopes/" + scope;
        var old = "@" + scope + "/secret-plan";
        mia.createPackage(old);
        mia.delete(Api.packagePath(old)).is(204);
        var empty = "@" + scope + "/empty";
        mia.createPackage(empty);
        mia.delete(Api.packagePath(empty)).is(204);
        mia.delete(Api.packagePath(pkg)).is(204);
        mia.delete("/api/scopes/" + scope).is(204);
        long gone = now();
        luca.createScope(scope);
        luca.createPackage(empty);

        var seen = luca.get("/api/audit?limit=1000&scope=" + scope).is(200).text();
        assertThat(seen).contains(id(luca)).doesNotContain(id(mia), "secret-plan", "kite");
        assertThat(luca.get("/api/audit?limit=1000&package=" + old).is(200).text())
                .doesNotContain("secret-plan\"");
        assertThat(luca.get("/api/audit?scope=" + scope + "&asOf=" + gone).is(200).text())
                .contains("\"items\":[]");
        luca.get(list + "?asOf=" + gone).is(404);
        luca.get(list + "?asOf=" + (gone - 1)).is(404);
        luca.get(list + "/packages/secret-plan").is(404);
        luca.get(list + "/packages/kite/publishers?asOf=" + (gone - 2)).is(404);
        luca.get(question("user:" + id(mia), old, "&asOf=" + (gone - 2))).is(404);
        var anew = luca.get(list + "/packages/empty").is(200).json().path("pkg").path("because");
        assertThat(anew.valueStream()).hasSize(1);
        assertThat(luca.get(list).is(200).text()).contains(id(luca)).doesNotContain(id(mia));
        assertThat(luca.get("/history/@" + scope).is(200).text())
                .contains("empty")
                .doesNotContain("secret-plan", "kite", "Mia");

        assertThat(STAFF.get("/api/audit?limit=1000&scope=" + scope).is(200).text())
                .contains(id(mia), "secret-plan");
        STAFF.get(list + "?asOf=" + (gone - 3)).is(200);
    }

    @Test
    void a_package_that_comes_after_another_of_its_name_has_nothing_of_it() {
        var again = "@" + scope + "/again";
        mia.createPackage(again);
        mia.patch(Api.packagePath(again), Map.of("visibility", "private")).is(200);
        mia.delete(Api.packagePath(again)).is(204);
        mia.createPackage(again);
        var then =
                mia.get("/api/audit/scopes/" + scope + "/packages/again")
                        .is(200)
                        .json()
                        .path("pkg");
        assertThat(then.path("visibility").asString()).isEqualTo("PUBLIC");
        mia.anonymous().get(Api.packagePath(again)).is(200);
    }

    private void refused(String absent) {
        var sent = mia.upload(absent, "1.0.0", Kite.tarball(absent, "1.0.0")).is(404);
        assertThat(sent.json().path("code").asString()).isEqualTo("packageNotFound");
        assertThat(said(question("user:" + id(mia), absent, ""))).isEqualTo("packageNotFound");
    }

    /// @param code of the refusal, empty for none
    private void agree(Api person, int status, String code) {
        var sent = upload(person);
        assertThat(sent.status()).as(sent.text()).isEqualTo(status);
        if (!code.isEmpty()) {
            assertThat(sent.json().path("code").asString()).isEqualTo(code);
        }
        assertThat(said(question("user:" + id(person), pkg, ""))).isEqualTo(code);
    }

    private Answer upload(Api person) {
        var next = "1.0." + version++;
        return person.upload(pkg, next, Kite.tarball(pkg, next));
    }

    /// Why not; empty when it is allowed.
    private static String said(String question) {
        var decision = STAFF.get(question).is(200).json();
        boolean allowed = decision.path("allowed").asBoolean();
        assertThat(decision.path("right").isObject()).isEqualTo(allowed);
        return allowed ? "" : decision.path("refusal").asString("none said");
    }

    private JsonNode decision(Api person, String more) {
        return STAFF.get(question("user:" + id(person), pkg, more)).is(200).json();
    }

    private static String question(String actor, String pkg, String more) {
        return "/api/audit/decision?action=publish&package=" + pkg + "&actor=" + actor + more;
    }

    private String publishers(String query) {
        return STAFF.get("/api/audit/scopes/" + scope + "/packages/kite/publishers" + query)
                .is(200)
                .json()
                .path("publishers")
                .toString();
    }

    private static long now() {
        return STAFF.get("/api/audit?limit=1").is(200).json().path("asOf").path("size").asLong();
    }

    private static String id(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }
}
