package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Kite;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class HistoryPagesTest {
    private static final Pattern PROOF = Pattern.compile("href=\"(/log/fact/\\d+)\"");
    private static final RunningVarve VARVE = Shared.varve();
    private static String scope;
    private static String pkg;

    @BeforeAll
    static void a_package_has_a_past() {
        var mia = VARVE.api().newcomer("Mia Pereira");
        scope = mia.freshScope("mia");
        pkg = "@" + scope + "/kite";
        mia.createPackage(pkg);
        var task = mia.upload(pkg, "1.0.0", Kite.tarball(pkg, "1.0.0")).is(200).json();
        mia.awaitSuccess(task.path("id").asString());
        mia.patch(Api.packagePath(pkg) + "/versions/1.0.0", Map.of("yanked", true)).is(204);
    }

    @Test
    void a_packages_page_tells_who_did_what_by_which_right_with_the_proof() {
        var page = page("/history/" + pkg);
        assertThat(page)
                .containsSubsequence(
                        pkg + "@1.0.0 yanked",
                        "Mia Pereira",
                        "admin of @" + scope,
                        pkg + "@1.0.0 published",
                        "Mia Pereira",
                        "admin of @" + scope,
                        pkg + " created");
        assertThat(PROOF.matcher(page).results()).hasSize(3);
        assertThat(page("/" + pkg)).contains("href=\"/history/" + pkg + "\"");
    }

    @Test
    void a_scopes_page_tells_who_joined_and_all_that_happened_to_its_packages() {
        assertThat(page("/history/@" + scope))
                .containsSubsequence(
                        pkg + "@1.0.0 yanked", "Mia Pereira joined as admin", "Scope @" + scope);
        assertThat(page("/@" + scope)).contains("href=\"/history/@" + scope + "\"");
        assertThat(ask("/history/@nobody-here").status()).isEqualTo(404);
        assertThat(ask("/history/" + pkg + "s").status()).isEqualTo(404);
    }

    @Test
    void a_facts_page_shows_every_step_from_its_line_to_what_is_signed() {
        var proof = PROOF.matcher(page("/history/" + pkg));
        assertThat(proof.find()).isTrue();
        var page = page(proof.group(1));
        assertThat(page).contains("type=version.yanked", "subject=" + pkg + "@1.0.0");
        var hashes =
                Pattern.compile("\\b[0-9a-f]{64}\\b")
                        .matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        var root = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hashes.getLast()));
        assertThat(page.replace("&#43;", "+").replace("&#61;", "=")).contains(root);
        assertThat(ask("/log/fact/999999999").status()).isEqualTo(404);
    }

    private static String page(String path) {
        return ask(path).is(200).text();
    }

    private static Answer ask(String path) {
        return Web.get(VARVE.registry().resolve(path), "Accept", "text/html");
    }
}
