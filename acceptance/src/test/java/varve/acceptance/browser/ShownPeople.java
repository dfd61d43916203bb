package varve.acceptance.browser;

import java.util.Map;
import varve.acceptance.kit.RunningVarve;

/// Somebody who reads the pages as staff, what they were written, and a program that asks them.
///
/// @param session of theirs, in a browser
/// @param code that a terminal shows
record ShownPeople(String person, String session, String ticket, String code) {
    private static final String CHALLENGE = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    static ShownPeople on(RunningVarve varve) {
        var staff = varve.api().staff();
        var zoe = staff.anonymous().signedUp("zoe");
        var person = zoe.get("/api/user").is(200).json().path("id").asString();
        staff.patch("/api/admin/users/" + person, Map.of("isStaff", true)).is(200);
        var wish =
                Map.of(
                        "kind",
                        "scope_claim",
                        "meta",
                        Map.of("scope", "flags"),
                        "message",
                        "This scope is mine.");
        var ticket = zoe.post("/api/tickets", wish).is(200).json().path("id").asString();
        staff.post("/api/tickets/" + ticket, Map.of("message", "Prove it, please.")).is(200);
        var asked = zoe.anonymous().post("/api/authorizations", Map.of("challenge", CHALLENGE));
        return new ShownPeople(
                person, zoe.token(), ticket, asked.is(200).json().path("code").asString());
    }
}
