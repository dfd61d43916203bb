package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.rights.Cast.Part;

/// A private scope is there for its members, and not for all others.
class PrivateScopeTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final String ABSENT = "absent-0a1b2c";
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "content-length", "connection", "ratelimit", "ratelimit-policy");

    private static PrivateFlag flag;

    @BeforeAll
    static void a_private_scope_with_one_package_and_a_public_one_that_it_depends_on() {
        flag = PrivateFlag.on(VARVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"READER", "AUDITOR", "MEMBER", "ADMIN"})
    void members_see_it_whatever_their_role(Part part) {
        for (var path :
                List.of(
                        "/@S/flag/meta.json",
                        "/@S/flag/1.0.0/mod.ts",
                        "html:/@S/flag/doc",
                        "html:/@S/flag/dependencies",
                        "/badges/@S/flag",
                        "/@S/~/og",
                        "/@S/flag/og",
                        "/@S/flag/feed.atom",
                        "/api/scopes/S/packages/flag",
                        "/api/scopes/S/packages/flag/versions/1.0.0/docs")) {
            var answer = flag.ask(path, flag.scope(), flag.as(part));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(path).hasValue("private, no-store");
        }
        assertThat(flag.ask("npm:/@jsr/S__flag", flag.scope(), flag.as(part)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOBODY", "STRANGER"})
    void all_others_hear_what_they_hear_about_a_scope_that_does_not_exist(Part part) {
        for (var line : PrivateAddresses.ABOUT) {
            var path = line.replace("@O", "@" + flag.open());
            var hidden = flag.ask(path, flag.scope(), flag.as(part));
            var absent = flag.ask(path, ABSENT, flag.as(part));

            assertThat(told(hidden, flag.scope())).as(path).isEqualTo(told(absent, ABSENT));
        }
    }

    @Test
    void no_spelling_of_its_name_opens_it() {
        for (var path : PrivateAddresses.ABOUT) {
            for (var spelled :
                    List.of(
                            path.replaceFirst("S", "S;z"),
                            path.replaceFirst("S", "S%3Bz"),
                            path.replaceFirst("flag", "flag;z=1"),
                            path.replaceFirst("/([^/]*)$", "/;z/$1"),
                            path.replaceFirst("/api/scopes/", "/api/scopes;z/"))) {
                var asked = spelled.replace("@O", "@" + flag.open());
                var hidden = flag.ask(asked, flag.scope(), flag.as(Part.NOBODY));
                var absent = flag.ask(asked, ABSENT, flag.as(Part.NOBODY));

                assertThat(told(hidden, flag.scope())).as(asked).isEqualTo(told(absent, ABSENT));
            }
        }
    }

    @Test
    void a_bad_token_tells_nothing_either() {
        var wrong = flag.as(Part.NOBODY).with("jsrp_" + "0".repeat(35));
        for (var path : List.of("/@S/flag/meta.json", "npm:/@jsr/S__flag")) {
            assertThat(told(flag.ask(path, flag.scope(), wrong), flag.scope()))
                    .isEqualTo(told(flag.ask(path, ABSENT, wrong), ABSENT));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOBODY", "STRANGER"})
    void it_is_found_nowhere(Part part) {
        var login = flag.as(Part.ADMIN).get("/api/user").is(200).json().path("login").asString();
        flag.star("@" + flag.scope() + "/flag", Part.ADMIN).is(201);
        flag.star("@" + flag.open() + "/cloth", Part.ADMIN).is(201);
        for (var line : PrivateAddresses.LISTS) {
            var path =
                    line.replaceAll("\\bO\\b", flag.open())
                            .replaceAll("\\bU\\b", flag.cast().id(Part.ADMIN))
                            .replaceAll("\\bL\\b", login);
            var answer = flag.ask(path, flag.scope(), flag.as(part));
            assertThat(answer.text())
                    .as("%d %s", answer.status(), path)
                    .doesNotContain(flag.scope(), "private flag");
        }
        var cloth = flag.as(part).get("/api/scopes/" + flag.open() + "/packages/cloth").json();
        assertThat(cloth.path("dependentCount").asInt()).isZero();
    }

    /// Else the test above could not fail.
    @Test
    void those_lists_do_tell_of_what_is_public() {
        var login = flag.as(Part.ADMIN).get("/api/user").is(200).json().path("login").asString();
        flag.star("@" + flag.open() + "/cloth", Part.ADMIN).is(201);
        for (var path :
                List.of(
                        "/api/packages?query=" + flag.open(),
                        "/api/users/" + flag.cast().id(Part.ADMIN) + "/scopes",
                        "/api/changes?limit=1000",
                        "/feed.atom",
                        "/sitemap.xml",
                        "npm:/-/v1/search?text=" + flag.open(),
                        "npm:/-/user/" + login + "/stars")) {
            eventually(
                    Duration.ofSeconds(20),
                    () ->
                            assertThat(flag.ask(path, "", flag.as(Part.NOBODY)).is(200).text())
                                    .as(path)
                                    .contains(flag.open()));
        }
    }

    private static Map<String, Object> told(Answer answer, String scope) {
        var told = new TreeMap<String, Object>(answer.response().headers().map());
        told.keySet().removeIf(name -> OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT)));
        told.put(":status", answer.status());
        told.put(":body", answer.text().replace(scope, "S"));
        return told;
    }
}
