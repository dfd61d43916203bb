package varve.contract.hook;

import varve.contract.Command;
import varve.contract.account.UserId;

/// Wishes about a webhook.
public sealed interface HookCommand extends Command {
    HookId hook();

    @Override
    default String stream() {
        return "hook:" + hook().text();
    }

    /// @param about what is listened to; empty for a person
    record AddHook(HookId hook, UserId owner, String kind, String about) implements HookCommand {}

    /// It has another address or secret.
    record ChangeHook(HookId hook) implements HookCommand {}

    record RemoveHook(HookId hook) implements HookCommand {}
}
