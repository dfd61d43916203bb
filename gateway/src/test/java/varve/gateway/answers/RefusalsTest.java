package varve.gateway.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import varve.contract.Refusal;

class RefusalsTest {
    private static final Set<Integer> STATUSES =
            Set.of(400, 401, 403, 404, 405, 409, 413, 429, 502, 503);

    /// The protocol has one code for whoever may not act at all, whatever the reason.
    private static final String NOT_AUTHORIZED = "actorNotAuthorized";

    static Stream<Refusal> refusals() {
        return samples(Refusal.class).map(Refusal.class::cast);
    }

    /// One of each kind; of those that wrap a list of their own, one of each kind on that.
    private static Stream<Object> samples(Class<?> type) {
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalsTest::samples);
        }
        var parts = type.getRecordComponents();
        if (parts.length == 1 && parts[0].getType().isSealed()) {
            return samples(parts[0].getType()).map(part -> made(type, part));
        }
        return Stream.of(
                made(
                        type,
                        Arrays.stream(parts)
                                .map(RecordComponent::getType)
                                .map(RefusalsTest::part)
                                .toArray()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_a_status_a_code_and_a_sentence(Refusal refusal) {
        var answer = Refusals.answer(refusal);
        assertThat(STATUSES).contains(answer.status());
        assertThat(answer.code()).matches("[a-z][A-Za-z]+");
        assertThat(answer.message()).matches("(?s)\\S.{4,}");
    }

    @Test
    void no_two_refusals_share_a_code() {
        var codes =
                refusals()
                        .map(refusal -> Refusals.answer(refusal).code())
                        .filter(code -> !code.equals(NOT_AUTHORIZED))
                        .toList();
        assertThat(codes).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    private static Object made(Class<?> type, Object... parts) {
        try {
            return type.getDeclaredConstructors()[0].newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object part(Class<?> type) {
        if (type == long.class) {
            return 1L;
        }
        return type == int.class ? (Object) 1 : "luca";
    }
}
