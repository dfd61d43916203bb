package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class TicketTest {
    private final Api staff = Shared.varve().api().staff();
    private final Api luca = staff.anonymous().signedUp("luca");

    @Test
    void somebody_asks_staff_answer_and_close_it() {
        var meta = Map.of("scope", "node");
        var wish = Map.of("kind", "scope_claim", "meta", meta, "message", "  It is mine.  ");
        var ticket = luca.post("/api/tickets", wish).is(200).json();
        var id = ticket.path("id").asString();
        assertThat(ticket.path("kind").asString()).isEqualTo("scope_claim");
        assertThat(ticket.path("meta").path("scope").asString()).isEqualTo("node");
        assertThat(ticket.path("closed").asBoolean()).isFalse();
        assertThat(texts(ticket)).containsExactly("It is mine.");

        var path = "/api/tickets/" + id;
        var said = staff.post(path, Map.of("message", "Prove it.")).is(200).json();
        assertThat(said.path("message").asString()).isEqualTo("Prove it.");
        luca.post(path, Map.of("message", "Here.")).is(200);
        var closed = staff.patch("/api/admin/tickets/" + id, Map.of("closed", true)).is(200).json();
        assertThat(closed.path("closed").asBoolean()).isTrue();
        assertThat(texts(closed)).containsExactly("It is mine.", "Prove it.", "Here.");
        staff.patch("/api/admin/tickets/" + id, Map.of("closed", true)).is(200);

        var told = luca.get(path).is(200).json().path("events");
        var kinds = new ArrayList<String>();
        told.forEach(event -> kinds.add(event.path("kind").asString()));
        assertThat(kinds).containsExactly("message", "message", "message", "auditLog");
        var log = told.get(3).path("auditLog");
        assertThat(log.path("action").asString()).isEqualTo("update_ticket_status");
        assertThat(log.path("meta").path("closed").asBoolean()).isTrue();
        assertThat(luca.get("/api/user/tickets").is(200).json()).hasSize(1);
        var facts =
                staff.get("/api/audit?actor=user:" + ticket.path("creator").path("id").asString());
        assertThat(facts.is(200).text()).contains("ticket.opened").doesNotContain("It is mine");
    }

    @Test
    void what_is_no_ticket_is_refused_and_those_of_others_are_not_there() {
        refused(ask("other", "   "), 400, "ticketMessageEmpty");
        refused(ask("complaint", "Hm."), 400, "malformedRequest");
        refused(ask("other", "x".repeat(20_001)), 400, "malformedRequest");
        var long1 =
                Map.of("kind", "other", "message", "Hm.", "meta", Map.of("a", "x".repeat(1_001)));
        refused(luca.post("/api/tickets", long1), 400, "ticketMetaNotValid");
        refused(luca.get("/api/tickets/not-an-id"), 404, "ticketNotFound");
        refused(
                luca.get("/api/tickets/0f4b7c6e-0000-4000-8000-000000000000"),
                404,
                "ticketNotFound");

        var id = ask("package_report", "Bad.").is(200).json().path("id").asString();
        var nia = staff.anonymous().signedUp("nia");
        refused(nia.get("/api/tickets/" + id), 404, "ticketNotFound");
        refused(nia.post("/api/tickets/" + id, Map.of("message", "Hm.")), 404, "ticketNotFound");
        refused(nia.get("/api/admin/tickets"), 403, "actorNotAuthorized");
        assertThat(staff.get("/api/admin/tickets?query=package_report").is(200).text())
                .contains(id);
    }

    @Test
    void what_the_erased_wrote_is_gone() {
        var id = ask("other", "My address is in Rome.").is(200).json().path("id").asString();
        luca.delete("/api/user", Map.of("password", Api.PASSWORD)).is(204);

        var left = staff.get("/api/admin/tickets/" + id).is(200);
        assertThat(left.text()).doesNotContain("Rome");
        assertThat(texts(left.json())).containsExactly("");
    }

    private Answer ask(String kind, String message) {
        return luca.post("/api/tickets", Map.of("kind", kind, "message", message));
    }

    private static List<String> texts(JsonNode ticket) {
        var texts = new ArrayList<String>();
        ticket.path("messages").forEach(message -> texts.add(message.path("message").asString()));
        return texts;
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
