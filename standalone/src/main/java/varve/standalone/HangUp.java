package varve.standalone;

import sun.misc.Signal;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.LiveSettings;

/// SIGHUP, at which servers read their settings again. Where somebody sits before the program, it
/// still means that they are gone.
final class HangUp {
    private HangUp() {}

    static void rereads(LiveSettings.Reload reload) {
        if (System.console() != null && System.console().isTerminal()) {
            return;
        }
        Signal.handle(new Signal("HUP"), _ -> reread(reload));
    }

    private static void reread(LiveSettings.Reload reload) {
        try {
            reload.run(System.out);
        } catch (BadSetting e) {
            System.err.println("varve: " + e.getMessage() + "; nothing was changed");
        }
    }
}
