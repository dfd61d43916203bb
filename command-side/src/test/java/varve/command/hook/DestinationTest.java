package varve.command.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.contract.Refused;

class DestinationTest {
    private final Destination closed = new Destination(new HookPolicy(false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:1::1]",
                "2130706433",
                "0x7f000001",
                "localhost"
            })
    void private_addresses_are_refused_however_they_are_written(String host) {
        var address = "http://" + host + "/hook";
        assertThatThrownBy(
                        () -> {
                            var checked = closed.checked(address);
                            var url = Objects.requireNonNull(HttpUrl.parse(checked));
                            if (closed.isOpen(url)) {
                                closed.addresses().lookup(url.host());
                            } else {
                                throw new UnknownHostException(host);
                            }
                        })
                .isInstanceOfAny(Refused.class, UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"})
    void public_ones_are_open(String address) throws UnknownHostException {
        assertThat(PublicDestinations.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void the_operator_may_open_all() {
        var open = new Destination(new HookPolicy(true));
        assertThat(open.checked("http://127.0.0.1:8080/hook"))
                .isEqualTo("http://127.0.0.1:8080/hook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.org/", "file:///etc/passwd", "example.org", "", "http://"})
    void only_http_is_spoken(String address) {
        assertThatThrownBy(() -> closed.checked(address)).isInstanceOf(Refused.class);
    }

    @Test
    void an_address_holds_no_password() {
        assertThatThrownBy(() -> closed.checked("https://luca:flag@example.org/"))
                .isInstanceOf(Refused.class);
    }
}
