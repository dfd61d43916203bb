package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// What staff decide about people.
@ExtendWith(TellsLogs.class)
class StaffTest {
    private final RunningVarve varve = Shared.varve();
    private final Api staff = varve.api().staff();
    private final Api nia = staff.anonymous().signedUp("nia");
    private final String id = nia.get("/api/user").json().path("id").asString();
    private final String login = nia.get("/api/user").json().path("login").asString();

    @Test
    void the_blocked_are_refused_whatever_they_show_until_they_are_unblocked() {
        var token = token();
        var scope = nia.freshScope("blocked");
        assertThat(set("isBlocked", true).json().path("isBlocked").asBoolean()).isTrue();

        refused(nia.get("/api/user"), 403, "blocked");
        refused(token.get("/api/user"), 403, "blocked");
        refused(token.get("/api/scopes/" + scope), 403, "blocked");
        var npm =
                Web.get(
                        varve.npm().resolve("/-/whoami"),
                        "Authorization",
                        "Bearer " + token.token());
        assertThat(npm.is(403).text()).contains("blocked");
        refused(signIn(), 403, "blocked");
        staff.anonymous().get("/api/scopes/" + scope).is(200);

        set("isBlocked", false);
        token.get("/api/user").is(200);
        signIn().is(200);
    }

    @Test
    void staff_appoint_and_dismiss_others_and_never_themselves() {
        refused(token().staff().get("/api/admin/users"), 403, "actorNotAuthorized");
        set("isStaff", true);
        var now = token().staff();
        now.get("/api/admin/users").is(200);
        refused(
                now.patch("/api/admin/users/" + id, Map.of("isStaff", false)),
                400,
                "malformedRequest");
        refused(
                now.patch("/api/admin/users/" + id, Map.of("isBlocked", true)),
                400,
                "malformedRequest");
        set("isStaff", false);
        refused(now.get("/api/admin/users"), 403, "actorNotAuthorized");
    }

    @Test
    void staff_find_people_by_what_they_are_called() {
        var found = staff.get("/api/admin/users?query=" + login).is(200).json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("items").get(0).path("id").asString()).isEqualTo(id);
        assertThat(staff.get("/api/admin/users?query=" + id).json().path("total").asInt()).isOne();
        assertThat(staff.get("/api/admin/users?query=%25").json().path("total").asInt()).isZero();
        var newest = staff.get("/api/admin/users?sortBy=!createdAt&limit=1").is(200).json();
        assertThat(newest.path("total").asInt()).isGreaterThan(1);
        assertThat(newest.path("items")).hasSize(1);
        refused(staff.get("/api/admin/users?sortBy=mail"), 400, "malformedRequest");
    }

    @Test
    void several_things_at_once_or_nothing_at_all() {
        var wish = Map.of("scopeLimit", 1, "isBlocked", false);
        staff.patch("/api/admin/users/" + id, wish).is(200);
        nia.freshScope("first");
        refused(
                nia.post("/api/scopes", Map.of("scope", "second-" + id.substring(0, 8))),
                400,
                "scopeLimitReached");
        refused(staff.patch("/api/admin/users/" + id, Map.of()), 400, "malformedRequest");
        refused(
                staff.patch("/api/admin/users/0f4b7c6e-0000-4000-8000-000000000000", wish),
                404,
                "userNotFound");
    }

    private Answer set(String what, boolean so) {
        return staff.patch("/api/admin/users/" + id, Map.of(what, so)).is(200);
    }

    private Api token() {
        var made = nia.post("/api/user/tokens", Map.of("description", "a program's")).is(200);
        return nia.with(made.json().path("secret").asString());
    }

    private Answer signIn() {
        var account = Map.of("login", login, "password", Api.PASSWORD);
        return nia.anonymous().post("/api/session", account);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
