package varve.command.signon;

import java.util.List;
import java.util.Optional;

/// With which accounts elsewhere one can sign in.
public record SignOnPolicy(List<Provider> providers) {
    public SignOnPolicy {
        providers = List.copyOf(providers);
    }

    Optional<Provider> named(String name) {
        return providers.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
