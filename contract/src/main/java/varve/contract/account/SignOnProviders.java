package varve.contract.account;

import java.util.List;

/// With whose accounts one can sign in, for those who show it.
public record SignOnProviders(List<Provider> providers) {
    /// @param name in addresses
    /// @param origin of the site on which people then are
    public record Provider(String name, String origin) {
        /// For people.
        public String title() {
            return switch (name) {
                case "github" -> "GitHub";
                case "gitlab" -> "GitLab";
                default -> name;
            };
        }
    }

    public SignOnProviders {
        providers = List.copyOf(providers);
    }
}
