package varve.standalone.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Role;
import varve.standalone.settings.Setting;
import varve.standalone.settings.Settings;

/// Looks whether the ports can be had before anything else is started, so that the operator hears
/// of a taken one at once.
public final class FreePorts {
    private FreePorts() {}

    /// @throws BadSetting when somebody has one of them
    public static void require(Settings settings) {
        if (settings.roles().contains(Role.GATEWAY)) {
            if (settings.port() == settings.npmPort()) {
                throw new BadSetting("VARVE_NPM_PORT: " + settings.npmPort() + " is VARVE_PORT");
            }
            require(Setting.PORT, settings.listen(), settings.port());
            require(Setting.NPM_PORT, settings.listen(), settings.npmPort());
        }
    }

    private static void require(Setting setting, String listen, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(listen, port));
        } catch (IOException e) {
            throw new BadSetting(
                    setting.key()
                            + ": cannot listen on "
                            + listen
                            + ":"
                            + port
                            + ", "
                            + e.getMessage());
        }
    }
}
