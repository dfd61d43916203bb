package varve.command.modules;

import java.util.List;
import varve.command.Rules;
import varve.contract.modules.OwnerCommand;
import varve.contract.modules.OwnerCommand.SetOwnerTerms;
import varve.contract.modules.OwnerEvent;
import varve.contract.modules.OwnerEvent.OwnerTermsSet;
import varve.contract.modules.OwnerTerms;
import varve.eventlog.Subject;

/// What must be remembered of an owner of repositories.
public record Owner(OwnerTerms terms) {
    public static final Subject<Owner, OwnerCommand, OwnerEvent> SUBJECT =
            Rules.of(
                    "owner", Owner.class, new Owner(OwnerTerms.STANDARD), Owner::decide, Owner::on);

    List<OwnerEvent> decide(OwnerCommand command) {
        return switch (command) {
            case SetOwnerTerms(var owner, var wanted) ->
                    wanted.equals(terms) ? List.of() : List.of(new OwnerTermsSet(owner, wanted));
        };
    }

    Owner on(OwnerEvent event) {
        return switch (event) {
            case OwnerTermsSet(_, var settled) -> new Owner(settled);
        };
    }
}
