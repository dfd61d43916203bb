package varve.command.modules;

import static varve.contract.Refused.unlessGiven;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.modules.ModerationCommand.ForbidWords;
import varve.contract.modules.ModuleCommand.RelistModule;
import varve.contract.modules.ModuleCommand.UnlistModule;
import varve.contract.modules.ModuleName;
import varve.contract.modules.OwnerCommand.SetOwnerTerms;
import varve.contract.modules.OwnerName;
import varve.contract.modules.OwnerTerms;
import varve.eventlog.Commands;

/// What staff settle about modules: for whom other limits hold, who is blocked, what nothing may be
/// called, and what is not shown.
@RestController
class ModuleAdminEndpoint {
    private static final int MOST_WORDS = 10_000;

    private final Commands commands;
    private final Access access;

    ModuleAdminEndpoint(Commands commands, Access access) {
        this.commands = commands;
        this.access = access;
    }

    record Change(@Nullable Boolean unlisted) {}

    /// Limits that are not given are the usual ones.
    record Terms(
            @Nullable Integer maxModules, @Nullable Long maxTotalSize, @Nullable Boolean blocked) {}

    record Words(@Nullable List<String> words) {}

    @PatchMapping("/api/admin/modules/{name}")
    Written change(@PathVariable String name, @RequestBody Change change, Caller caller) {
        access.staff(caller);
        var module = ModuleName.of(name);
        var wish =
                unlessGiven(change.unlisted(), "unlisted")
                        ? new UnlistModule(module)
                        : new RelistModule(module);
        return Written.silently(commands.send(wish, caller).position());
    }

    /// @param owner the rest of the address: groups on GitLab have slashes in their names
    @PutMapping("/api/admin/module-owners/{*owner}")
    Written settle(@PathVariable String owner, @RequestBody Terms terms, Caller caller) {
        access.staff(caller);
        if ((terms.maxModules() != null && terms.maxModules() < 0)
                || (terms.maxTotalSize() != null && terms.maxTotalSize() < 0)) {
            throw new Refused(new Refusal.Malformed("a limit is not below 0"));
        }
        var settled =
                new OwnerTerms(
                        terms.maxModules(),
                        terms.maxTotalSize(),
                        Boolean.TRUE.equals(terms.blocked()));
        return Written.silently(
                commands.send(new SetOwnerTerms(OwnerName.of(owner.substring(1)), settled), caller)
                        .position());
    }

    /// Blank words do not count, so that an empty line forbids nothing.
    @PutMapping("/api/admin/forbidden-module-words")
    Written forbid(@RequestBody Words words, Caller caller) {
        access.staff(caller);
        var wanted =
                unlessGiven(words.words(), "words").stream()
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (wanted.size() > MOST_WORDS) {
            throw new Refused(new Refusal.Malformed("at most " + MOST_WORDS + " words"));
        }
        return Written.silently(commands.send(new ForbidWords(wanted), caller).position());
    }
}
