package varve.command.uplink;

/// An uplink did not give what was asked for, and might another time.
final class UplinkTrouble extends Exception {
    UplinkTrouble(String what) {
        super(what);
    }

    UplinkTrouble(String what, Throwable cause) {
        super(what, cause);
    }
}
