package varve.command.modules;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.modules.ModuleCommand.RemoveModuleSecret;
import varve.contract.modules.ModuleCommand.SetModuleSecret;
import varve.contract.modules.ModuleName;
import varve.eventlog.Commands;

/// A secret of a module's own, beside the one that may hold for all.
@RestController
class ModuleSecretEndpoint {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 200;

    record NewSecret(@Nullable String secret) {}

    private final Commands commands;
    private final ModuleSecrets secrets;
    private final Access access;

    ModuleSecretEndpoint(Commands commands, ModuleSecrets secrets, Access access) {
        this.commands = commands;
        this.secrets = secrets;
        this.access = access;
    }

    @PutMapping("/api/admin/modules/{name}/webhook-secret")
    Written set(@PathVariable String name, @RequestBody NewSecret body, Caller caller) {
        access.staff(caller);
        var module = ModuleName.of(name);
        var secret = body.secret() == null ? "" : body.secret();
        if (secret.length() < SHORTEST || secret.length() > LONGEST) {
            throw new Refused(
                    new Refusal.Malformed(
                            "a secret has " + SHORTEST + " to " + LONGEST + " characters"));
        }
        long position = commands.send(new SetModuleSecret(module), caller).position();
        secrets.keep(module, secret);
        return Written.silently(position);
    }

    @DeleteMapping("/api/admin/modules/{name}/webhook-secret")
    Written remove(@PathVariable String name, Caller caller) {
        access.staff(caller);
        var module = ModuleName.of(name);
        long position = commands.send(new RemoveModuleSecret(module), caller).position();
        secrets.remove(module);
        return Written.silently(position);
    }
}
