package varve.query.search;

import java.util.Locale;

/// How long the server worked on an answer, as browsers' developer tools show it and as it is
/// measured here.
///
/// @param begun by the machine's nanosecond clock
record Took(String what, long begun) {
    static final String HEADER = "Server-Timing";

    private static final double NANOS = 1_000_000;

    static Took begin(String what) {
        return new Took(what, System.nanoTime());
    }

    String now() {
        return String.format(Locale.ROOT, "%s;dur=%.1f", what, (System.nanoTime() - begun) / NANOS);
    }
}
