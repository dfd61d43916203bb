package varve.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class AllowanceTest {
    @Test
    void as_many_as_allowed_pass_at_once_and_no_more() {
        var allowance = new Allowance(100);

        var passed =
                IntStream.range(0, 150)
                        .parallel()
                        .mapToObj(_ -> allowance.take("user"))
                        .filter(taken -> taken.remaining() >= 0)
                        .count();

        assertThat(passed).isBetween(100L, 102L);
    }

    @Test
    void what_is_left_is_counted_down() {
        var allowance = new Allowance(10);

        assertThat(allowance.take("user").remaining()).isEqualTo(9);
        assertThat(allowance.take("user").remaining()).isEqualTo(8);
    }

    @Test
    void whoever_gets_none_hears_when_there_is_one_again() {
        var allowance = new Allowance(6);
        IntStream.range(0, 6).forEach(_ -> allowance.take("user"));

        var refused = allowance.take("user");

        assertThat(refused.remaining()).isNegative();
        assertThat(refused.nextIn().toSeconds()).isBetween(8L, 10L);
        assertThat(refused.fullIn().toSeconds()).isBetween(58L, 60L);
    }
}
