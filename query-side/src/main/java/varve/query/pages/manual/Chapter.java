package varve.query.pages.manual;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The chapters of the manual, in the order in which they are read.
public enum Chapter {
    INSTALL,
    PUBLISH,
    PRIVATE,
    CI,
    VERDACCIO,
    AUDITING;

    /// As its address has it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String address() {
        return "/docs/" + id();
    }

    static Optional<Chapter> of(String id) {
        return Arrays.stream(values()).filter(chapter -> chapter.id().equals(id)).findFirst();
    }
}
