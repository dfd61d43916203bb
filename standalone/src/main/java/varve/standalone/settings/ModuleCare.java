package varve.standalone.settings;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;

/// What the operator has set about modules besides where they come from.
///
/// @param githubToken that GitHub is asked with
/// @param dryRun whether idle modules are only reported
/// @param aliases modules that are served at the root too
public record ModuleCare(
        URI github, Optional<String> githubToken, boolean dryRun, Set<String> aliases) {
    static ModuleCare of(URI github, Optional<String> token, boolean dryRun, String aliases) {
        var names = new LinkedHashSet<String>();
        for (var alias : aliases.split(",")) {
            var name = alias.strip();
            try {
                if (!name.isEmpty()) {
                    names.add(ModuleName.of(name).text());
                }
            } catch (Refused _) {
                throw new BadSetting(
                        Setting.MODULE_ALIASES.key() + ": '" + name + "' is not a module's name");
            }
        }
        return new ModuleCare(github, token, dryRun, Set.copyOf(names));
    }
}
