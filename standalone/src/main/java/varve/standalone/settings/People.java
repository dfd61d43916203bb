package varve.standalone.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import varve.command.account.LeakedPasswords;
import varve.command.account.PeoplePolicy;
import varve.command.ci.CiPolicy;
import varve.command.ci.Issuer;
import varve.command.signon.SignOnPolicy;
import varve.contract.account.SignUpPolicy;

/// What the operator has set about people.
///
/// @param loopbackOnly whether only this machine reaches the registry
/// @param secure whether browsers reach it over TLS
public record People(
        Optional<SignUpPolicy> signUp,
        boolean loopbackOnly,
        boolean secure,
        Optional<Path> leakedPasswords,
        CiPolicy ci,
        SignOnPolicy signOn) {

    /// @param environment where secrets may stand that settings only name
    static People of(Given given, Map<String, String> environment) {
        var signUp = given.optional(Setting.SIGN_UP).map(People::signUp);
        boolean loopback = isLoopback(given.text(Setting.LISTEN));
        boolean open = signUp.map(SignUpPolicy.OPEN::equals).orElse(loopback);
        return new People(
                signUp,
                loopback,
                given.text(Setting.PUBLIC_URL).startsWith("https:"),
                given.optional(Setting.LEAKED_PASSWORDS).map(Path::of),
                ci(given.text(Setting.CI_ISSUERS)),
                SignOnSettings.of(given, environment, open));
    }

    /// @throws BadSetting when the list of passwords cannot be read
    public PeoplePolicy policy() {
        try {
            return new PeoplePolicy(
                    signUp.orElse(loopbackOnly ? SignUpPolicy.OPEN : SignUpPolicy.INVITE),
                    LeakedPasswords.in(leakedPasswords),
                    secure);
        } catch (IOException e) {
            throw new BadSetting("VARVE_LEAKED_PASSWORDS: cannot read it: " + e.getMessage());
        }
    }

    private static CiPolicy ci(String text) {
        return new CiPolicy(
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(one -> !one.equals("none"))
                        .map(People::issuer)
                        .toList());
    }

    private static Issuer issuer(String text) {
        try {
            return Issuer.of(text)
                    .filter(issuer -> issuer.keys().getHost() != null)
                    .orElseThrow(() -> noIssuer(text));
        } catch (IllegalArgumentException _) {
            throw noIssuer(text);
        }
    }

    private static BadSetting noIssuer(String text) {
        return new BadSetting(
                "VARVE_CI_ISSUERS: '" + text + "' is not 'github=<issuer>' or 'gitlab=<issuer>'");
    }

    private static SignUpPolicy signUp(String text) {
        try {
            return SignUpPolicy.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new BadSetting("VARVE_SIGN_UP: it is 'open', 'invite' or 'closed'");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return address.equals("localhost")
                    || InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
