package varve.query.pages.modules;

import java.util.List;
import varve.query.modules.ModuleView;
import varve.query.pages.Pager;

/// Modules that were looked for.
///
/// @param typed empty when all are wanted
public record ModuleListView(String typed, List<ModuleView> modules, long total, Pager pager) {
    public ModuleListView {
        modules = List.copyOf(modules);
    }
}
