package varve.contract.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.NameRules.Rule;
import varve.contract.pkg.NameRules.Visitor;
import varve.contract.token.Grant;

class NameRulesTest {
    private static final Visitor STRANGER =
            new Visitor(
                    false,
                    () -> {
                        throw new AssertionError("nobody asks a stranger's name");
                    });
    private static final Visitor LUCA = new Visitor(true, () -> "luca");
    private static final Visitor NED = new Visitor(true, () -> "ned");

    private final NameRules rules =
            new NameRules(
                    Map.of("sailors", Set.of("luca", "mia")),
                    List.of(
                            rule("@ship/log", Set.of("sailors"), Set.of("luca"), List.of()),
                            rule("@ship/*", Set.of("$authenticated"), Set.of("$all"), List.of("b")),
                            rule("*-guest", Set.of("$anonymous"), Set.of(), List.of("b", "a")),
                            rule("flag", Set.of("$all"), Set.of("sailors"), List.of())));

    @Test
    void a_job_is_named_by_its_repository_and_not_by_who_set_it_off() {
        var ship =
                new NameRules(
                        Map.of("robots", Set.of("github:luca/flag")),
                        List.of(rule("@ship/*", Set.of(), Set.of("robots"), List.of())));
        var job = visitor("luca/flag");
        assertThat(ship.admits(Deed.PUBLISH, "@ship/log", job)).isTrue();
        assertThat(ship.admits(Deed.PUBLISH, "@ship/log", visitor("ned/flag"))).isFalse();
        assertThat(rules.admits(Deed.ACCESS, "@ship/flag", job)).isTrue();
        assertThat(rules.admits(Deed.PUBLISH, "flag", job)).isFalse();
    }

    private static Visitor visitor(String repository) {
        var luca = new UserId(new UUID(1, 1));
        var job = new Actor.Workload("github", "7", "8", repository, "ci.yml", null, true, luca);
        var caller = new Caller(job, null, new Grant.Everything(), "", "");
        return Visitor.of(caller, _ -> "luca");
    }

    @ParameterizedTest
    @CsvSource({
        "@ship/*, @ship/flag, true",
        "@ship/*, @SHIP/flag, true",
        "@ship/*, @shop/flag, false",
        "*, flag, true",
        "*, @ship/flag, false",
        "**, @ship/flag, true",
        "@*/*, @ship/flag, true",
        "@*/*, flag, false",
        "fla?, flag, true",
        "flag.js, flagxjs, false",
        "'@{ship,boat}/*', @boat/flag, true",
        "'@{ship,boat}/*', @raft/flag, false"
    })
    void patterns_are_read_as_verdaccio_reads_them(String glob, String name, boolean covered) {
        assertThat(Glob.of(glob).covers(name)).isEqualTo(covered);
    }

    @Test
    void the_first_rule_that_covers_a_name_holds() {
        assertThat(rules.admits(Deed.ACCESS, "@ship/log", NED)).isFalse();
        assertThat(rules.admits(Deed.ACCESS, "@ship/log", LUCA)).isTrue();
        assertThat(rules.admits(Deed.ACCESS, "@ship/flag", NED)).isTrue();
        assertThat(rules.admits(Deed.ACCESS, "@ship/flag", STRANGER)).isFalse();
        assertThat(rules.admits(Deed.PUBLISH, "flag", LUCA)).isTrue();
        assertThat(rules.admits(Deed.PUBLISH, "flag", NED)).isFalse();
    }

    @Test
    void what_is_for_strangers_is_for_nobody_else() {
        assertThat(rules.admits(Deed.ACCESS, "a-guest", STRANGER)).isTrue();
        assertThat(rules.admits(Deed.ACCESS, "a-guest", LUCA)).isFalse();
    }

    @Test
    void a_name_that_no_rule_covers_is_closed_and_without_rules_all_are_open() {
        assertThat(rules.admits(Deed.ACCESS, "unheard-of", LUCA)).isFalse();
        assertThat(NameRules.NONE.admits(Deed.ACCESS, "unheard-of", STRANGER)).isTrue();
    }

    @Test
    void uplinks_are_asked_in_the_order_of_the_rule_and_no_others_are() {
        assertThat(rules.place("a", "a-guest")).hasValue(1);
        assertThat(rules.place("b", "a-guest")).hasValue(0);
        assertThat(rules.place("a", "flag")).isEmpty();
        assertThat(rules.place("a", "unheard-of")).isEmpty();
        assertThat(NameRules.NONE.place("a", "flag")).hasValue(0);
    }

    private static Rule rule(
            String glob, Set<String> access, Set<String> publish, List<String> proxy) {
        return new Rule(Glob.of(glob), access, publish, publish, proxy);
    }
}
