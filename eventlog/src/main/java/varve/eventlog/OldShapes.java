package varve.eventlog;

import java.util.List;

/// How facts were written before they got the shape they have now.
final class OldShapes {
    static final List<Upcaster> ALL =
            List.of(
                    new Upcaster(
                            "token.issued",
                            1,
                            2,
                            // all there were
                            old -> old.put("kind", "PERSONAL")));

    private OldShapes() {}
}
