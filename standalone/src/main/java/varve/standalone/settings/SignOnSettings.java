package varve.standalone.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import varve.command.signon.Provider;
import varve.command.signon.SignOnPolicy;
import varve.contract.account.SignOnProviders;

/// What the operator has set about accounts elsewhere.
public final class SignOnSettings {
    private static final Set<String> KEYS = Set.of("client", "secret", "newcomers");
    private static final Map<String, String> PRESETS =
            Map.of("github", "https://github.com", "gitlab", "https://gitlab.com");

    private SignOnSettings() {}

    /// @param environment where secrets may stand that the setting only names
    static SignOnPolicy of(Given given, Map<String, String> environment, boolean open) {
        var providers =
                Arrays.stream(given.text(Setting.SIGN_ON).split(";", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> provider(text, environment, open))
                        .toList();
        if (providers.stream().map(Provider::name).distinct().count() < providers.size()) {
            throw bad("two have the same name");
        }
        return new SignOnPolicy(providers);
    }

    /// What pages need to know of them.
    public static SignOnProviders providers(SignOnPolicy policy) {
        return new SignOnProviders(
                policy.providers().stream()
                        .map(one -> new SignOnProviders.Provider(one.name(), origin(one.issuer())))
                        .toList());
    }

    private static Provider provider(String text, Map<String, String> environment, boolean open) {
        var words = List.of(text.split("\\s+"));
        var name = words.getFirst();
        if (!name.matches("[a-z0-9-]{1,40}") || name.equals("callback")) {
            throw bad("'" + name + "' is no name");
        }
        boolean named = words.size() > 1 && words.get(1).startsWith("http");
        var issuer = named ? words.get(1) : PRESETS.get(name);
        if (issuer == null) {
            throw bad("'" + name + "' needs the address of its issuer");
        }
        var how = new HashMap<String, String>();
        for (var word : words.subList(named ? 2 : 1, words.size())) {
            int is = word.indexOf('=');
            if (is < 0 || !KEYS.contains(word.substring(0, is))) {
                throw bad("'" + word + "' is none of " + KEYS);
            }
            how.put(word.substring(0, is), word.substring(is + 1));
        }
        if (!how.containsKey("client") || !how.containsKey("secret")) {
            throw bad("'" + name + "' needs client= and secret=");
        }
        return new Provider(
                name,
                name.startsWith("github") ? Provider.Kind.GITHUB : Provider.Kind.OPENID,
                issuer,
                how.getOrDefault("client", ""),
                UplinkSettings.secret(Setting.SIGN_ON, how.getOrDefault("secret", ""), environment),
                how.getOrDefault("newcomers", open ? "yes" : "no").equals("yes"));
    }

    private static String origin(String issuer) {
        try {
            var uri = URI.create(issuer);
            return uri.getScheme() + "://" + uri.getAuthority();
        } catch (IllegalArgumentException _) {
            throw bad("'" + issuer + "' is no address");
        }
    }

    private static BadSetting bad(String why) {
        return new BadSetting(Setting.SIGN_ON.key() + ": " + why);
    }
}
