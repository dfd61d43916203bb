package varve.command.ci;

import java.util.List;

/// Whose word about jobs the operator takes.
public record CiPolicy(List<Issuer> issuers) {
    public CiPolicy {
        issuers = List.copyOf(issuers);
    }
}
