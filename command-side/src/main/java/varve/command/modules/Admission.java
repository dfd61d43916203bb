package varve.command.modules;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModuleName;
import varve.contract.modules.OwnerName;
import varve.contract.modules.OwnerTerms;
import varve.contract.modules.Repository;
import varve.contract.modules.Subdir;
import varve.eventlog.States;

/// Who may publish what under which name, in the order in which deno.land/x asked. What a name has
/// to look like, and how many somebody may have, is asked of new names only.
@Component
class Admission {
    private static final long OF_ONE_REPOSITORY = 3;

    private final States states;
    private final ModuleCounts counts;

    Admission(States states, ModuleCounts counts) {
        this.states = states;
        this.counts = counts;
    }

    record Admitted(ModuleName module, @Nullable Subdir subdir) {}

    /// @param subdir as the webhook's address gives it; empty counts as none
    /// @throws Refused with the first check that fails
    Admitted admit(String name, Notice notice, @Nullable String subdir) {
        unlessBlocked(notice.sender());
        unlessBlocked(notice.repository().owner());
        var folder = subdir == null || subdir.isEmpty() ? null : Subdir.of(subdir);
        var module = ModuleName.of(name);
        switch (states.of(Registration.SUBJECT, module.stream())) {
            case Registration.Taken taken -> {
                if (!taken.repository().isSameAs(notice.repository())) {
                    throw new ModuleRefusal.NameTaken().refused();
                }
            }
            case Registration.Free() -> newName(module, notice.repository());
        }
        return new Admitted(module, folder);
    }

    private void newName(ModuleName module, Repository repository) {
        if (counts.of(repository) >= OF_ONE_REPOSITORY) {
            throw new ModuleRefusal.TooManyOfRepository(OF_ONE_REPOSITORY).refused();
        }
        int most = terms(repository.owner()).modules();
        if (counts.ofOwner(repository.owner()) >= most) {
            throw new ModuleRefusal.TooManyOfOwner(most).refused();
        }
        if (!module.mayBeNew()) {
            throw new ModuleRefusal.NameNotValid(module.text()).refused();
        }
        states.of(Moderation.SUBJECT, ModerationEvent.STREAM)
                .forbidden(module)
                .ifPresent(word -> {
                    throw new ModuleRefusal.ForbiddenWord(word).refused();
                });
    }

    private void unlessBlocked(String login) {
        if (!login.isEmpty() && terms(login).blocked()) {
            throw new ModuleRefusal.OwnerBlocked().refused();
        }
    }

    OwnerTerms terms(String login) {
        return states.of(Owner.SUBJECT, OwnerName.of(login).stream()).terms();
    }
}
