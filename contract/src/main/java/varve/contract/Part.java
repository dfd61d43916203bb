package varve.contract;

import java.util.Optional;

/// Something the registry needs in order to work, for those who ask whether it does.
public interface Part {
    String name();

    /// Whether reads and writes stop without it; otherwise something merely gets worse.
    boolean vital();

    /// What is wrong now. Answers within seconds.
    Optional<String> trouble();
}
