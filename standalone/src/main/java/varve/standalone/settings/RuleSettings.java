package varve.standalone.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.command.uplink.Uplink;
import varve.contract.pkg.Glob;
import varve.contract.pkg.NameRules;
import varve.contract.pkg.NameRules.Rule;

/// The file of rules for names: `packages` as in Verdaccio's configuration, which itself will do,
/// and `groups` with the people in each.
final class RuleSettings {
    private static final Set<String> KEYS =
            Set.of("access", "publish", "unpublish", "proxy", "storage");

    private static final int LONGEST = 1_000;

    private RuleSettings() {}

    /// @param uplinks that rules may name
    static NameRules of(Given given, List<Uplink> uplinks) {
        var file = given.optional(Setting.NPM_RULES);
        if (file.isEmpty()) {
            return NameRules.NONE;
        }
        var known = uplinks.stream().map(Uplink::name).collect(Collectors.toSet());
        var said = YamlFile.read(Setting.NPM_RULES, Path.of(file.get()));
        var groups = new HashMap<String, Set<String>>();
        YamlFile.child(said, "groups")
                .forEach((group, people) -> groups.put(String.valueOf(group), words(people)));
        var rules = new ArrayList<Rule>();
        YamlFile.child(said, "packages")
                .forEach((glob, rule) -> rules.add(rule(String.valueOf(glob), rule, known)));
        if (rules.isEmpty()) {
            throw bad("there is nothing below 'packages' in " + file.get());
        }
        return new NameRules(groups, rules);
    }

    private static Rule rule(String glob, Object said, Set<String> uplinks) {
        if (!(said instanceof Map<?, ?> rule)) {
            throw bad("'" + glob + "' says nothing");
        }
        rule.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw bad("'" + glob + "': '" + key + "' is none of " + KEYS);
                });
        var proxy = words(rule.get("proxy"));
        proxy.stream()
                .filter(name -> !uplinks.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw bad(
                            "'%s' is to be had from '%s', which VARVE_UPLINKS does not name"
                                    .formatted(glob, name));
                });
        var publish = words(rule.get("publish"));
        return new Rule(
                glob(glob),
                words(rule.get("access")),
                publish,
                rule.containsKey("unpublish") ? words(rule.get("unpublish")) : publish,
                List.copyOf(proxy));
    }

    /// Servers that are asked for names read regular expressions up to some length.
    private static Glob glob(String said) {
        var glob = Glob.of(said);
        if (glob.expression().length() > LONGEST) {
            throw bad("'" + said.substring(0, 40) + "…' is too long: make two rules of it");
        }
        return glob;
    }

    /// Verdaccio takes names in one string, or as a list.
    private static Set<String> words(@Nullable Object said) {
        var words =
                switch (said) {
                    case String text -> Arrays.stream(text.strip().split("[\\s,]+"));
                    case List<?> list -> list.stream().map(String::valueOf);
                    case null, default -> Stream.<String>of();
                };
        return words.filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static BadSetting bad(String why) {
        return new BadSetting(Setting.NPM_RULES.key() + ": " + why);
    }
}
