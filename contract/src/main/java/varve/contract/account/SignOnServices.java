package varve.contract.account;

import java.util.List;

/// With whose accounts one can sign in, for those who show it.
public record SignOnServices(List<Service> services) {
    /// @param name in addresses
    /// @param origin of the site on which people then are
    public record Service(String name, String origin) {
        /// For people.
        public String title() {
            return switch (name) {
                case "github" -> "GitHub";
                case "gitlab" -> "GitLab";
                default -> name;
            };
        }
    }

    public SignOnServices {
        services = List.copyOf(services);
    }
}
