package varve.contract.modules;

import varve.contract.Command;

/// Wishes about an owner of repositories.
public sealed interface OwnerCommand extends Command {
    OwnerName owner();

    @Override
    default String stream() {
        return owner().stream();
    }

    record SetOwnerTerms(OwnerName owner, OwnerTerms terms) implements OwnerCommand {}
}
