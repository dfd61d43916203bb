package varve.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import varve.contract.token.AddressRange;

class ProxiesTest {
    private static final Proxies TWO =
            new Proxies(List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("2001:db8::1")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    192.0.2.7; 198.51.100.1;                       192.0.2.7
                    10.0.0.1;  198.51.100.1;                       198.51.100.1
                    10.0.0.1;  203.0.113.5, 198.51.100.1;          198.51.100.1
                    10.0.0.1;  203.0.113.5, 198.51.100.1, 10.2.3.4; 198.51.100.1
                    10.0.0.1;  10.9.9.9;                           10.9.9.9
                    10.0.0.1;  203.0.113.5, evil;                  10.0.0.1
                    10.0.0.1;  '';                                 10.0.0.1
                    10.0.0.1;  198.51.100.1:4711;                  198.51.100.1
                    2001:db8:0:0:0:0:0:1; '[2001:db8::2]:4711';    2001:db8:0:0:0:0:0:2
                    2001:db8:0:0:0:0:0:1%2; 2001:db8::3;           2001:db8:0:0:0:0:0:3
                    10.0.0.1;  999.1.1.1;                          10.0.0.1
                    """)
    void the_client_is_who_the_last_trusted_proxy_heard_from(
            String peer, String forwardedFor, String client) {
        assertThat(TWO.client(peer, List.of(forwardedFor))).isEqualTo(client);
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(TWO.client("10.0.0.1", List.of("203.0.113.5", "198.51.100.1, 10.0.0.2")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void who_trusts_nobody_believes_nobody() {
        assertThat(new Proxies(List.of()).client("10.0.0.1", List.of("198.51.100.1")))
                .isEqualTo("10.0.0.1");
    }
}
