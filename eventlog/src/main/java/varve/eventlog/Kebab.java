package varve.eventlog;

import java.util.Locale;
import java.util.regex.Pattern;

/// `RequestPublish` as `request-publish`: how record names are written down.
final class Kebab {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Kebab() {}

    static String of(Class<?> type) {
        return HUMP.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
