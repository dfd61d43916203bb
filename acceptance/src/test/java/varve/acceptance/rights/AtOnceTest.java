package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;

/// Rules that look at more than one thing hold also when all come in the same moment.
class AtOnceTest {
    private static final int OFTEN = 5;
    private static final int CROWD = 50;

    private final Api staff = Shared.varve().api().staff();

    @RepeatedTest(OFTEN)
    void of_two_admins_who_demote_each_other_one_stays() {
        oneStays("duel", 200, (by, whom) -> by.patch(whom, Map.of("isAdmin", false)), true);
    }

    @RepeatedTest(OFTEN)
    void of_two_last_admins_who_leave_one_stays() {
        oneStays("leave", 204, Api::delete, false);
    }

    /// @param granted what one of the two hears
    /// @param way what each does to a member, whose address it is given
    /// @param other whether to the other, or to themselves
    private void oneStays(
            String prefix, int granted, BiFunction<Api, String, Answer> way, boolean other) {
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope(prefix);
        var members = "/api/scopes/" + scope + "/members";
        staff.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id(ben), "isAdmin", true))
                .is(200);
        var first = members + "/" + id(other ? ben : ada);
        var second = members + "/" + id(other ? ada : ben);

        var answers =
                Together.<Answer>all(
                        List.of(() -> way.apply(ada, first), () -> way.apply(ben, second)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(granted);
        assertThat(admins(scope)).isEqualTo(1);
    }

    @RepeatedTest(OFTEN)
    void of_names_that_differ_by_hyphens_one_is_taken() {
        var random = UUID.randomUUID().toString().substring(0, 6);
        var spellings =
                List.of("tw-in" + random, "twi-n" + random, "t-win" + random, "twin" + random);
        var people = spellings.stream().map(staff::newcomer).toList();
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < spellings.size(); i++) {
            var person = people.get(i);
            var name = spellings.get(i);
            wishes.add(() -> person.post("/api/scopes", Map.of("scope", name)));
        }

        var answers = Together.all(wishes);

        granted(answers, 1, "scopeAlreadyExists");
        assertThat(spellings)
                .filteredOn(name -> staff.get("/api/scopes/" + name).status() == 200)
                .hasSize(1);
    }

    @RepeatedTest(2)
    void of_fifty_packages_as_many_come_into_being_as_the_quota_allows() {
        var ada = staff.newcomer("Ada");
        var scope = ada.freshScope("crowd");
        staff.patch("/api/admin/scopes/" + scope, Map.of("newPackagePerWeekLimit", 7)).is(200);

        var answers =
                crowd(
                        ada,
                        "/api/scopes/" + scope + "/packages",
                        i -> Map.of("package", "flag" + i));

        granted(answers, 7, "weeklyPackageLimitExceeded");
        assertThat(total("/api/scopes/" + scope + "/packages")).isEqualTo(7);
    }

    @RepeatedTest(2)
    void of_fifty_scopes_of_one_person_as_many_come_into_being_as_the_quota_allows() {
        var ada = staff.newcomer("Ada");
        var random = UUID.randomUUID().toString().substring(0, 8);

        var answers = crowd(ada, "/api/scopes", i -> Map.of("scope", "many" + i + "-" + random));

        granted(answers, 3, "scopeLimitReached");
        assertThat(ada.get("/api/user/scopes").is(200).json().size()).isEqualTo(3);
    }

    private static List<Answer> crowd(
            Api who, String address, IntFunction<Map<String, String>> wish) {
        return Together.all(
                IntStream.range(0, CROWD)
                        .<Callable<Answer>>mapToObj(i -> () -> who.post(address, wish.apply(i)))
                        .toList());
    }

    /// So many come true, and all others hear why theirs does not.
    private static void granted(List<Answer> answers, int wishes, String otherwise) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(wishes);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo(otherwise));
    }

    private long admins(String scope) {
        return staff.get("/api/scopes/" + scope + "/members")
                .is(200)
                .json()
                .valueStream()
                .filter(member -> member.path("isAdmin").asBoolean())
                .count();
    }

    private long total(String list) {
        return staff.get(list).is(200).json().path("total").asLong();
    }

    private static String id(Api person) {
        return person.get("/api/user").is(200).json().path("id").asString();
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }
}
