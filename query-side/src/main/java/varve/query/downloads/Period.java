package varve.query.downloads;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Some days, the last one included.
record Period(LocalDate start, LocalDate end) {
    private static final int LONGEST_DAYS = 550;

    /// Today counts, unlike at npm's own registry, where counts come a day late.
    ///
    /// @param text `last-day`, `last-week`, `last-month`, `last-year`, a day, or two with a colon
    /// @throws Refused when it is none of these, or longer than npm's 18 months
    static Period of(String text, LocalDate today) {
        return switch (text) {
            case "last-day" -> new Period(today, today);
            case "last-week" -> new Period(today.minusDays(6), today);
            case "last-month" -> new Period(today.minusDays(29), today);
            case "last-year" -> new Period(today.minusDays(364), today);
            default -> between(text.split(":", -1), text);
        };
    }

    private static Period between(String[] days, String text) {
        try {
            if (days.length <= 2) {
                var start = LocalDate.parse(days[0]);
                var end = LocalDate.parse(days[days.length - 1]);
                if (!end.isBefore(start) && ChronoUnit.DAYS.between(start, end) <= LONGEST_DAYS) {
                    return new Period(start, end);
                }
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new Refused(
                new Refusal.Malformed("'" + text + "' is no period of at most 18 months"));
    }
}
