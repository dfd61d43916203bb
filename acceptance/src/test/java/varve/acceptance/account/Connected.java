package varve.acceptance.account;

import com.icegreen.greenmail.util.ServerSetup;
import java.util.TreeMap;
import varve.acceptance.kit.FreePorts;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TablesOf;

/// A registry that sends mail and takes the word of providers of accounts, for all tests that need
/// either.
final class Connected {
    /// Where it hands its mail to, when somebody is there.
    static final ServerSetup SMTP =
            new ServerSetup(FreePorts.next(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    static final LocalProvider PROVIDER = new LocalProvider();

    private static final class Lazily {
        static final OutsideServers SERVERS = OutsideServers.fresh();
        static final RunningVarve VARVE = start();

        private static RunningVarve start() {
            var settings = new TreeMap<>(SERVERS.settings());
            settings.put("VARVE_SMTP_URL", "smtp://varve:secret@localhost:" + SMTP.getPort());
            settings.put("VARVE_MAIL_FROM", "registry@example.org");
            settings.put("SIGN_ON_SECRET", LocalProvider.SECRET);
            settings.put(
                    "VARVE_SIGN_ON",
                    "acme %1$s%2$s; github %1$s%2$s; shut %1$s%2$s newcomers=no"
                            .formatted(
                                    PROVIDER.issuer(),
                                    " client="
                                            + LocalProvider.CLIENT
                                            + " secret=env:SIGN_ON_SECRET"));
            return RunningVarve.start(settings);
        }
    }

    private Connected() {}

    /// Its tables, past it.
    static TablesOf tables() {
        return Lazily.SERVERS.tables();
    }

    static RunningVarve varve() {
        return Lazily.VARVE;
    }
}
