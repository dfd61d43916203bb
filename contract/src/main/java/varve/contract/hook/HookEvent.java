package varve.contract.hook;

import varve.contract.Event;
import varve.contract.account.UserId;

/// What happened to a webhook. Its address and secret lie in the vault.
public sealed interface HookEvent extends Event {
    HookId hook();

    @Override
    default String stream() {
        return "hook:" + hook().text();
    }

    /// @param kind `package`, `scope` or `owner` as npm has them, `changes` for a scope's change
    ///   feed
    /// @param about what is listened to, for example `@luca/flag` or `@luca`; empty for a person
    record HookAdded(HookId hook, UserId owner, String kind, String about) implements HookEvent {}

    record HookChanged(HookId hook) implements HookEvent {}

    record HookRemoved(HookId hook) implements HookEvent {}
}
