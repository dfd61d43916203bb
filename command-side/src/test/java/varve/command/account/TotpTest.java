package varve.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /// The secret of the examples in RFC 6238.
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// The last six digits of the RFC's eight.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_examples(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void a_code_is_good_a_step_earlier_and_later_and_no_more() {
        var code = Totp.code(SECRET, 100);
        for (int step = 99; step <= 101; step++) {
            assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(step * 30L))).hasValue(100);
        }
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(98 * 30L))).isEmpty();
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(102 * 30L))).isEmpty();
        assertThat(Totp.step(SECRET, "", Instant.ofEpochSecond(3_000))).isEmpty();
    }

    @Test
    void secrets_are_spelled_as_authenticators_take_them() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
    }
}
