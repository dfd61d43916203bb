package varve.contract.advisory;

import varve.contract.Command;

/// Wishes about advisories.
public sealed interface AdvisoryCommand extends Command {
    String id();

    @Override
    default String stream() {
        return "advisory:" + id();
    }

    /// @param id for example `GHSA-29mw-wpgm-hmr9`
    /// @param json the advisory in OSV's form
    record RecordAdvisory(String id, String json) implements AdvisoryCommand {}
}
