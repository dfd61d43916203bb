package varve.projections;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Moments as the lists write them: RFC 3339 in UTC, always with milliseconds.
public final class Moments {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    public static String text(Instant moment) {
        return MILLIS.format(moment);
    }
}
