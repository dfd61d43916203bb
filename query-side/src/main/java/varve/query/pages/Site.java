package varve.query.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import varve.contract.Live;
import varve.contract.PublicAddresses;
import varve.contract.Sha256;

/// What every template needs: the words, the files that belong to the pages, where this registry
/// is, and what time it is.
@Component
public class Site {
    private final Words words;
    private final Assets assets;
    private final PublicAddresses addresses;
    private final Clock clock;
    private final Live<Theme> theme;

    Site(Words words, Assets assets, PublicAddresses addresses, Clock clock, Live<Theme> theme) {
        this.theme = theme;
        this.words = words;
        this.assets = assets;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// The same site for those who read another language.
    Site in(Words language) {
        return language == words ? this : new Site(language, assets, addresses, clock, theme);
    }

    public Words words() {
        return words;
    }

    /// For dates and numbers.
    private Locale locale() {
        return Locale.forLanguageTag(words.language());
    }

    /// Address of one of the pages' own files, which changes whenever the file does.
    public String asset(String name) {
        return assets.address(name);
    }

    /// What the registry is called.
    public String name() {
        var name = theme.now().name();
        return name.isEmpty() ? words.siteName() : name;
    }

    /// Address of the picture beside its name.
    public String logo() {
        var logo = theme.now().logo();
        return logo == null
                ? asset("varve.svg")
                : ThemeEndpoint.AT + Sha256.hex(logo.bytes()).substring(0, 16) + "/logo";
    }

    /// Address of a style sheet that is read after the pages' own, empty for none.
    public String colours() {
        var colour = theme.now().colour();
        return colour.isEmpty() ? "" : ThemeEndpoint.AT + colour.substring(1) + "/colours.css";
    }

    /// The registry's address as settings want it: without the last slash.
    public String registry() {
        return withoutSlash(addresses.registry().toString());
    }

    public String npm() {
        return withoutSlash(addresses.npm().toString());
    }

    public String day(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", locale())
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    /// How long ago that was, in the largest unit that fits.
    public String ago(Instant moment) {
        var past = Duration.between(moment, clock.instant());
        if (past.toMinutes() < 1) {
            return words.justNow();
        }
        if (past.toHours() < 1) {
            return words.minutesAgo(past.toMinutes());
        }
        if (past.toDays() < 1) {
            return words.hoursAgo(past.toHours());
        }
        if (past.toDays() < 30) {
            return words.daysAgo(past.toDays());
        }
        return past.toDays() < 365
                ? words.monthsAgo(past.toDays() / 30)
                : words.yearsAgo(past.toDays() / 365);
    }

    /// A number of bytes as people say it.
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        if (bytes < 1024 * 1024) {
            return String.format(locale(), "%.1f KiB", bytes / 1024.0);
        }
        return String.format(locale(), "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
