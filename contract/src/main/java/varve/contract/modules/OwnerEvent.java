package varve.contract.modules;

import varve.contract.Event;

/// What was settled about an owner of repositories.
public sealed interface OwnerEvent extends Event {
    OwnerName owner();

    @Override
    default String stream() {
        return owner().stream();
    }

    record OwnerTermsSet(OwnerName owner, OwnerTerms terms) implements OwnerEvent {}
}
