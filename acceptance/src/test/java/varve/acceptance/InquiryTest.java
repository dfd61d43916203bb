package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.contract.Sha256;

/// What staff ask when something went wrong.
@Tag("long")
@ExtendWith(TellsLogs.class)
class InquiryTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final Api STAFF = VARVE.api().staff();

    @Test
    void which_versions_have_these_bytes() {
        var flag = "@" + PublishedFlags.scope() + "/flag";
        var meta = Web.get(VARVE.registry().resolve("/" + flag + "/1.0.0_meta.json")).is(200);
        var found = items("/api/audit/content?hash=" + Sha256.hex(meta.bytes()));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("version").asString()).isEqualTo(flag + "@1.0.0");
        assertThat(found.getFirst().path("part").asString()).isEqualTo("meta");
        assertThat(items("/api/audit/content?hash=" + "0".repeat(64))).isEmpty();
    }

    @Test
    void what_depends_on_a_package() {
        var scope = PublishedFlags.scope();
        var pkg = URLEncoder.encode("@" + scope + "/cloth", StandardCharsets.UTF_8);
        var found = items("/api/audit/dependents?package=" + pkg);
        assertThat(found.stream().map(d -> d.path("version").asString()))
                .containsExactly("@" + scope + "/flag@1.0.0");
        assertThat(found.getFirst().path("steps").asInt()).isEqualTo(1);
    }

    @Test
    void which_credentials_a_person_has_and_when_they_were_used() {
        var mia = VARVE.api().newcomer("Mia");
        var id = mia.get("/api/user").is(200).json().path("id").asString();
        var unused = items("/api/audit/tokens?user=" + id);
        assertThat(unused).hasSize(1);
        assertThat(unused.getFirst().path("lastUsed").asString("")).isEmpty();
        mia.freshScope("mia");
        var used = items("/api/audit/tokens?user=" + id);
        assertThat(used.getFirst().path("lastUsed").asString()).isNotEmpty();
        assertThat(used.toString()).doesNotContain(mia.token());
    }

    @Test
    void nobody_else_may_ask() {
        var mia = VARVE.api().newcomer("Mia");
        for (var question :
                List.of("content?hash=0", "dependents?package=@luca/flag", "tokens?user=0")) {
            mia.get("/api/audit/" + question).is(403);
            mia.anonymous().get("/api/audit/" + question).is(401);
        }
        STAFF.get("/api/audit/tokens?user=0").is(400);
    }

    private static List<JsonNode> items(String question) {
        var answer = STAFF.get(question).is(200).json();
        assertThat(answer.path("asOf").path("size").asLong()).isPositive();
        return answer.path("items").valueStream().toList();
    }
}
