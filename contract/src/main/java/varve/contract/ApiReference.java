package varve.contract;

import java.util.List;
import java.util.Map;

/// What can be asked of this registry.
public interface ApiReference {
    /// One thing that can be asked.
    ///
    /// @param query names of what may stand behind the question mark
    record Operation(String method, String path, List<String> query) {}

    /// All of the API, by feature.
    Map<String, List<Operation>> operations();
}
