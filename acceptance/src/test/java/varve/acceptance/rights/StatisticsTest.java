package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.Shared;
import varve.acceptance.rights.Cast.Part;

/// What is told to everybody about everything, and not about what is private.
class StatisticsTest {
    private final PrivateFlag flag = PrivateFlag.on(Shared.varve());

    @Test
    void what_is_new_is_listed_and_counted_and_what_is_private_is_not() {
        var anonymous = flag.as(Part.NOBODY);
        var cloth = "/api/scopes/" + flag.open() + "/packages/cloth";
        flag.as(Part.STAFF).patch(cloth, Map.of("isFeatured", true)).is(200);

        var stats = anonymous.get("/api/stats").is(200);
        var told = stats.json();
        assertThat(told.path("newest").get(0).path("scope").asString()).isEqualTo(flag.open());
        assertThat(told.path("newest").get(0).path("name").asString()).isEqualTo("cloth");
        assertThat(told.path("updated").get(0).path("package").asString()).isEqualTo("cloth");
        assertThat(told.path("updated").get(0).path("version").asString()).isEqualTo("1.0.0");
        assertThat(told.path("featured").get(0).path("scope").asString()).isEqualTo(flag.open());
        assertThat(stats.text()).doesNotContain(flag.scope());

        var admin = flag.cast().id(Part.ADMIN);
        var published = anonymous.get("/api/users/" + admin + "/packages").is(200);
        assertThat(published.text()).contains(flag.open(), "cloth").doesNotContain(flag.scope());
        anonymous.get("/api/users/0f4b7c6e-0000-4000-8000-000000000000/packages").is(404);
    }

    @Test
    void what_is_there_is_counted_by_age() {
        var before = flag.as(Part.NOBODY).get("/api/metrics").is(200).json();
        flag.publish(flag.open(), "sail", "export const sail: string = \"sail\";\n");
        flag.as(Part.STAFF).newcomer("Nia");

        var after = flag.as(Part.NOBODY).get("/api/metrics").is(200).json();
        for (var counted : new String[] {"packages", "users", "packageVersions"}) {
            for (var age : new String[] {"", "1d", "7d", "30d"}) {
                var grown = after.path(counted + age).asInt() - before.path(counted + age).asInt();
                assertThat(grown).as(counted + age).isEqualTo(1);
            }
        }
    }
}
