package varve.standalone.upkeep.verdaccio;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One entry below `packages` in Verdaccio's configuration: for which packages it holds, who may
/// read them, and who may publish.
///
/// @param folder below the storage where these packages lie, empty for the storage itself
record PackageRule(String glob, List<String> access, List<String> publish, String folder) {
    private static final Set<String> EVERYBODY =
            Set.of("$all", "@all", "all", "$anonymous", "@anonymous", "anonymous");
    private static final Set<String> SIGNED_IN =
            Set.of("$authenticated", "@authenticated", "authenticated");

    PackageRule {
        access = List.copyOf(access);
        publish = List.copyOf(publish);
    }

    boolean covers(String name) {
        var pattern = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' && i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
                pattern.append(".*");
                i++;
            } else {
                pattern.append(c == '*' ? "[^/]*" : Pattern.quote(String.valueOf(c)));
            }
        }
        return name.matches("(?i)" + pattern);
    }

    boolean isReadByAll() {
        return access.stream().anyMatch(EVERYBODY::contains);
    }

    /// Those who may publish, among these people.
    List<String> publishers(List<String> people) {
        boolean all =
                publish.stream()
                        .anyMatch(who -> EVERYBODY.contains(who) || SIGNED_IN.contains(who));
        return people.stream().filter(one -> all || publish.contains(one)).toList();
    }
}
