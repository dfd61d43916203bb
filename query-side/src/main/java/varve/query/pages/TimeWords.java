package varve.query.pages;

/// How long ago something was.
public interface TimeWords {
    String justNow();

    String minutesAgo(long n);

    String hoursAgo(long n);

    String daysAgo(long n);

    String monthsAgo(long n);

    String yearsAgo(long n);
}
