package varve.acceptance.browser;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// Passkeys in Chromium, with its virtual authenticator.
@Tag("long")
@ExtendWith(TellsLogs.class)
class PasskeyPagesTest {
    @Test
    void somebody_adds_a_passkey_and_signs_in_with_it() {
        var subject = Map.of("registry", Shared.varve().registry().toString());
        Browser.test("passkeys.mjs", subject, Duration.ofMinutes(1)).succeeds();
    }
}
