package varve.benchmarks;

import java.util.UUID;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;
import varve.eventlog.EventLog;

/// Commands through the bus, decided on their stream's state, each with one fact; every writer has
/// its own stream.
record CommandsIntoLog(EventLog log) implements Contestant {
    private static final Caller CALLER =
            new Caller(
                    new Actor.User(new UserId(UUID.randomUUID())),
                    UUID.randomUUID().toString(),
                    new Grant.Everything(),
                    UUID.randomUUID().toString(),
                    "benchmark");

    @Override
    public String name() {
        return "the log, one command a fact";
    }

    @Override
    public Writer writer(int number) {
        var commands = log.commands();
        var wish = new DescribeScope(ScopeName.of("scope" + number), "described once more");
        return () -> commands.send(wish, CALLER).position() > 0 ? 1 : 0;
    }
}
