package varve.command.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "192.30.252.10, true",
        "192.30.255.255, true",
        "192.31.0.0, false",
        "140.82.127.255, true",
        "140.82.128.0, false",
        "143.55.64.1, true",
        "127.0.0.1, false",
        "2606:50c0:8000::153, true",
        "2a0a:a447:ffff::1, true",
        "2a0a:a448::1, false",
        "0:0:0:0:0:0:0:1, false",
        "::ffff:192.30.252.10, true"
    })
    void only_the_forges_own_addresses_count(String address, boolean theirs) {
        assertThat(ForgeAddresses.contain(address)).isEqualTo(theirs);
    }
}
