package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope("duel");
        staff.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id(ben), "isAdmin", true))
                .is(200);

        var answers =
                Together.<Answer>all(
                        List.of(() -> demote(ada, scope, ben), () -> demote(ben, scope, ada)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(admins(scope)).isEqualTo(1);
    }

    @RepeatedTest(OFTEN)
    void of_two_last_admins_who_leave_one_stays() {
        var ada = staff.newcomer("Ada");
        var ben = staff.newcomer("Ben");
        var scope = ada.freshScope("leave");
        staff.post(
                        "/api/admin/scopes/" + scope + "/members",
                        Map.of("userId", id(ben), "isAdmin", true))
                .is(200);

        var answers =
                Together.<Answer>all(List.of(() -> leave(ada, scope), () -> leave(ben, scope)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
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

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("scopeAlreadyExists"));
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
                Together.all(
                        IntStream.range(0, CROWD)
                                .<Callable<Answer>>mapToObj(i ->
                                        () ->
                                                ada.post(
                                                        "/api/scopes/" + scope + "/packages",
                                                        Map.of("package", "flag" + i)))
                                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(7);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(
                        answer -> assertThat(code(answer)).isEqualTo("weeklyPackageLimitExceeded"));
        assertThat(total("/api/scopes/" + scope + "/packages")).isEqualTo(7);
    }

    @RepeatedTest(2)
    void of_fifty_scopes_of_one_person_as_many_come_into_being_as_the_quota_allows() {
        var ada = staff.newcomer("Ada");
        var random = UUID.randomUUID().toString().substring(0, 8);

        var answers =
                Together.all(
                        IntStream.range(0, CROWD)
                                .<Callable<Answer>>mapToObj(i ->
                                        () ->
                                                ada.post(
                                                        "/api/scopes",
                                                        Map.of("scope", "many" + i + "-" + random)))
                                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("scopeLimitReached"));
        assertThat(ada.get("/api/user/scopes").is(200).json().size()).isEqualTo(3);
    }

    private static Answer demote(Api by, String scope, Api whom) {
        return by.patch("/api/scopes/" + scope + "/members/" + id(whom), Map.of("isAdmin", false));
    }

    private static Answer leave(Api who, String scope) {
        return who.delete("/api/scopes/" + scope + "/members/" + id(who));
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
