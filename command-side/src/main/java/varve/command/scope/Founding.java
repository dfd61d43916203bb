package varve.command.scope;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.HoldingsCommand.GiveUpScope;
import varve.contract.scope.HoldingsCommand.TakeScope;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.ClaimScope;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.FlagScope;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// How a scope comes into being: room first, in the stream of whoever will own it, where fifty
/// wishes at once are counted one after the other; then the scope. Room that led to nothing, for
/// example because the node died in between, is found and given back when it is missed.
@Component
public class Founding {
    /// By then whoever made room has made the scope, or never will.
    private static final Duration STALE = Duration.ofMinutes(1);

    private final ScopeTerms terms;
    private final LookAlikes lookAlikes;
    private final Commands commands;
    private final States states;
    private final Clock clock;

    Founding(
            ScopeTerms terms,
            LookAlikes lookAlikes,
            Commands commands,
            States states,
            Clock clock) {
        this.terms = terms;
        this.lookAlikes = lookAlikes;
        this.commands = commands;
        this.states = states;
        this.clock = clock;
    }

    /// The first publish of an npm client gives a free name to whoever sends it. A package without
    /// a scope is its own, and counts against no limit of scopes.
    ///
    /// @return position of the last fact
    /// @throws Refused when there shall be no such scope
    public long claim(ScopeName name, UserId claimant, boolean granted, Caller caller) {
        if (name.isPlain()) {
            return found(name, claimant, "", granted, caller);
        }
        terms.names().checkWords(name);
        if (name.isSolo()) {
            return commands.send(new ClaimScope(name, claimant), caller).position();
        }
        long room = take(name, claimant, granted, caller);
        return open(new ClaimScope(name, claimant), claimant, room > 0, caller);
    }

    /// The checks come in JSR's order: limit, blocked words, reserved names, names that exist.
    ///
    /// @param granted by staff: beyond limits, and reserved names too
    /// @return position of the last fact
    /// @throws Refused when there shall be no such scope
    public long found(
            ScopeName name, UserId owner, String description, boolean granted, Caller caller) {
        if (!granted) {
            checkLimit(owner, caller);
        }
        name.requirePlain();
        terms.names().checkWords(name);
        if (!granted) {
            terms.names().checkReserved(name);
            checkLooks(name);
        }
        var near = granted ? null : lookAlikes.oneSlipAway(name).orElse(null);
        long room = take(name, owner, granted, caller);
        var wish = new CreateScope(name, owner, description);
        long position = open(wish, owner, room > 0, caller);
        if (near == null) {
            return position;
        }
        return commands.send(
                        new FlagScope(name, near), Caller.registry("names", caller.requestId()))
                .position();
    }

    /// Asks somebody to own a scope that exists.
    ///
    /// @return whether they have room for it
    boolean handOver(ScopeName name, UserId heir, Caller caller) {
        try {
            take(name, heir, false, caller);
            return true;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.OfScopes.ScopeLimitReached) {
                return false;
            }
            throw refused;
        }
    }

    /// Gives the room of a scope back that somebody owns no longer.
    void giveUp(ScopeName name, UserId owner, Caller caller) {
        commands.send(new GiveUpScope(owner, name), caller);
    }

    private long take(ScopeName name, UserId owner, boolean granted, Caller caller) {
        var wish = new TakeScope(owner, name, clock.instant(), terms.scopesPerUser(), granted);
        return commands.send(wish, caller).position();
    }

    private long open(ScopeCommand wish, UserId owner, boolean fresh, Caller caller) {
        try {
            return commands.send(wish, caller).position();
        } catch (Refused refused) {
            if (fresh && !owns(owner, wish.scope())) {
                giveUp(wish.scope(), owner, caller);
            }
            throw refused;
        }
    }

    private void checkLimit(UserId owner, Caller caller) {
        var holdings = states.of(Holdings.SUBJECT, "holdings:" + owner.text());
        int limit = holdings.limit(terms.scopesPerUser());
        if (holdings.held().size() < limit) {
            return;
        }
        var young = clock.instant().minus(STALE);
        var unused =
                holdings.held().stream()
                        .filter(held -> held.since().isBefore(young))
                        .filter(held -> !owns(owner, held.scope()))
                        .toList();
        unused.forEach(held -> giveUp(held.scope(), owner, caller));
        if (unused.isEmpty()) {
            throw new Refused(new Refusal.OfScopes.ScopeLimitReached(limit));
        }
    }

    private boolean owns(UserId owner, ScopeName name) {
        return states.of(Scope.SUBJECT, name.stream()) instanceof Scope.Owned owned
                && owned.name().equals(name)
                && owned.owner().equals(owner);
    }

    private void checkLooks(ScopeName name) {
        lookAlikes
                .sameToTheEye(name)
                .ifPresent(other -> {
                    throw new Refused(
                            new Refusal.ScopeNameNotAllowed(
                                    name.text(), "it looks like @" + other.text()));
                });
    }
}
