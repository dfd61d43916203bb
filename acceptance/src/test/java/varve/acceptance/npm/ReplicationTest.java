package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// Somebody keeps a copy of what there is, and asks now and then what has changed.
@ExtendWith(TellsLogs.class)
class ReplicationTest {
    private final RunningVarve varve = Shared.varve();
    private final String flag = "@" + NpmTeam.fresh("copy") + "/flag";
    private final String mast = NpmTeam.fresh("mast");
    @TempDir Path folder;
    private NpmTeam luca;
    private NpmTeam stranger;

    @BeforeEach
    void somebody() {
        luca = new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
        stranger = new NpmTeam(varve, folder, "");
    }

    @Test
    void a_follower_hears_of_every_package_that_changed_and_of_those_that_are_gone() {
        long begin = now(stranger);
        luca.publish(flag, "1.0.0").is(201);
        luca.publish(flag, "1.1.0").is(201);
        luca.publish(mast, "1.0.0").is(201);
        var heard = heard(stranger, begin);
        assertThat(ids(heard)).containsSubsequence(flag, mast).doesNotHaveDuplicates();
        var change = of(flag, heard);
        assertThat(change.has("deleted")).isFalse();
        assertThat(change.path("changes").get(0).path("rev").asString())
                .isEqualTo(luca.packument(flag).json().path("_rev").asString());
        assertThat(change.path("seq").asLong())
                .isGreaterThan(begin)
                .isLessThan(of(mast, heard).path("seq").asLong());

        long before = now(stranger);
        luca.send("DELETE", "/" + mast + "/-rev/" + rev(mast), null).is(201);
        var later = heard(stranger, before);
        assertThat(of(mast, later).path("deleted").asBoolean()).isTrue();
        assertThat(ids(later)).doesNotContain(flag);
        assertThat(ids(heard(stranger, now(stranger)))).doesNotContain(flag, mast);
    }

    @Test
    void parts_follow_one_another_until_all_was_said() {
        long begin = now(stranger);
        luca.publish(flag, "1.0.0").is(201);
        luca.publish(mast, "1.0.0").is(201);
        var ids = new ArrayList<String>();
        long since = begin;
        for (int parts = 0; parts < 200 && !ids.contains(mast); parts++) {
            var part = part(stranger, since + "&limit=1");
            assertThat(part.path("results").size()).isLessThanOrEqualTo(1);
            part.path("results").forEach(one -> ids.add(one.path("id").asString()));
            since = part.path("last_seq").asLong();
        }
        assertThat(ids).contains(flag, mast);
    }

    @Test
    void what_is_private_is_told_to_those_only_who_may_know() {
        long begin = now(stranger);
        luca.publish(flag, "1.0.0").is(201);
        var closed = Map.of("access", "restricted");
        luca.send("POST", "/-/package/" + flag.replace("/", "%2f") + "/access", closed).is(201);
        assertThat(ids(heard(luca, begin))).contains(flag);
        assertThat(ids(heard(stranger, begin))).doesNotContain(flag);
        assertThat(all(luca, begin).has(flag)).isFalse();

        luca.send("DELETE", "/" + flag.replace("/", "%2f") + "/-rev/" + rev(flag), null).is(201);
        assertThat(ids(heard(stranger, begin))).doesNotContain(flag);
    }

    @Test
    void what_was_private_is_not_named_when_it_goes_either() {
        long begin = now(stranger);
        var owner = varve.api();
        var scope = owner.freshScope("copy");
        owner.createPackage("@" + scope + "/secret");
        var secret = "/api/scopes/" + scope + "/packages/secret";
        owner.patch(secret, Map.of("visibility", "private")).is(200);
        owner.delete(secret).is(204);
        assertThat(heard(stranger, begin)).noneMatch(told -> told.toString().contains(scope));
    }

    @Test
    void what_is_not_offered_is_refused_clearly() {
        for (var wrong :
                List.of(
                        "feed=continuous",
                        "feed=longpoll",
                        "since=soon",
                        "since=-1",
                        "limit=0",
                        "limit=few",
                        "include_docs=true")) {
            var refused = stranger.get("/_changes?" + wrong).is(400);
            assertThat(refused.json().path("error").asString()).as(wrong).isNotBlank();
        }
        stranger.get("/-/all/since?startkey=now").is(400);
    }

    @Test
    void all_packages_are_listed_in_the_form_of_npm_s_search_of_old() {
        long begin = Instant.now().minusSeconds(60).toEpochMilli();
        luca.publish(flag, "1.0.0").is(201);
        luca.publish(flag, "2.0.0").is(201);
        var all = all(stranger, begin);
        assertThat(all.path("_updated").asLong()).isGreaterThan(begin);
        var listed = all.path(flag);
        assertThat(listed.path("name").asString()).isEqualTo(flag);
        assertThat(listed.path("dist-tags").path("latest").asString()).isEqualTo("2.0.0");
        assertThat(listed.path("versions").path("2.0.0").asString()).isEqualTo("latest");
        assertThat(listed.path("maintainers").get(0).path("name").asString()).isEqualTo("Luca");
        assertThat(Instant.parse(listed.path("time").path("modified").asString()))
                .isAfter(Instant.ofEpochMilli(begin));
        var later = all.path("_updated").asLong() + 60_000;
        assertThat(all(stranger, later).propertyNames()).containsExactly("_updated");
        assertThat(stranger.get("/-/all").is(200).json().path("_updated").asLong()).isPositive();
    }

    private static JsonNode all(NpmTeam who, long since) {
        return who.get("/-/all/since?stale=update_after&startkey=" + since).is(200).json();
    }

    private String rev(String name) {
        return luca.packument(name).is(200).json().path("_rev").asString();
    }

    private static long now(NpmTeam who) {
        var now = part(who, "now");
        assertThat(now.path("results").size()).isZero();
        return now.path("last_seq").asLong();
    }

    /// All that is told, part by part.
    private static List<JsonNode> heard(NpmTeam who, long since) {
        var all = new ArrayList<JsonNode>();
        long last = since;
        for (int parts = 0; parts < 100; parts++) {
            var part = part(who, last + "&limit=500");
            part.path("results").forEach(all::add);
            if (part.path("last_seq").asLong() == last) {
                break;
            }
            last = part.path("last_seq").asLong();
        }
        return all;
    }

    private static JsonNode part(NpmTeam who, String since) {
        return who.get("/_changes?since=" + since).is(200).json();
    }

    private static List<String> ids(List<JsonNode> heard) {
        return heard.stream().map(one -> one.path("id").asString()).toList();
    }

    private static JsonNode of(String name, List<JsonNode> heard) {
        return heard.stream()
                .filter(one -> one.path("id").asString().equals(name))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
