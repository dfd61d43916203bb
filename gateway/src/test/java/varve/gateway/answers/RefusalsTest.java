package varve.gateway.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
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

    static Stream<Class<?>> refusals() {
        return refusals(Refusal.class);
    }

    private static Stream<Class<?>> refusals(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalsTest::refusals)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_a_status_a_code_and_a_sentence(Class<?> type)
            throws ReflectiveOperationException {
        var answer = Refusals.answer(sample(type));
        assertThat(STATUSES).contains(answer.status());
        assertThat(answer.code()).matches("[a-z][A-Za-z]+");
        assertThat(answer.message()).matches("(?s)\\S.{4,}");
    }

    @Test
    void no_two_refusals_share_a_code() {
        var codes =
                refusals()
                        .map(RefusalsTest::code)
                        .filter(code -> !code.equals(NOT_AUTHORIZED))
                        .toList();
        assertThat(codes).doesNotHaveDuplicates();
    }

    private static String code(Class<?> type) {
        try {
            return Refusals.answer(sample(type)).code();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Refusal sample(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        var parts =
                Arrays.stream(constructor.getParameterTypes()).map(RefusalsTest::part).toArray();
        return (Refusal) constructor.newInstance(parts);
    }

    private static Object part(Class<?> type) {
        if (type == long.class) {
            return 1L;
        }
        return type == int.class ? (Object) 1 : "luca";
    }
}
