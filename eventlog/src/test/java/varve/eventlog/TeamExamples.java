package varve.eventlog;

import java.util.UUID;
import java.util.stream.Stream;
import varve.contract.Event;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.contract.star.StarEvent;
import varve.contract.team.TeamEvent;
import varve.contract.team.TeamName;
import varve.contract.ticket.TicketEvent;
import varve.contract.ticket.TicketId;

/// An example of each event of teams and stars.
final class TeamExamples {
    private static final UserId LUCA = Wishes.LUCA;
    private static final ScopeName SCOPE = ScopeName.of("luca");
    private static final PackageRef PACKAGE = PackageRef.of("@luca/flag");
    private static final TeamName TEAM = TeamName.of("sewers");

    private static final UUID MESSAGE = new UUID(0, 8);
    private static final TicketId TICKET = new TicketId(new UUID(0, 7));

    private TeamExamples() {}

    static Stream<Event> all() {
        return Stream.of(
                new StarEvent.PackageStarred(LUCA, PACKAGE),
                new StarEvent.PackageUnstarred(LUCA, PACKAGE),
                new TicketEvent.TicketOpened(TICKET, LUCA, "scope_claim", MESSAGE),
                new TicketEvent.TicketAnswered(TICKET, LUCA, MESSAGE),
                new TicketEvent.TicketClosed(TICKET),
                new TicketEvent.TicketReopened(TICKET),
                new TeamEvent.TeamFormed(SCOPE, TEAM, "Those who sew"),
                new TeamEvent.TeamDissolved(SCOPE, TEAM),
                new TeamEvent.TeammateAdded(SCOPE, TEAM, LUCA),
                new TeamEvent.TeammateRemoved(SCOPE, TEAM, LUCA),
                new TeamEvent.PackageGranted(SCOPE, TEAM, PACKAGE, true),
                new TeamEvent.PackageRevoked(SCOPE, TEAM, PACKAGE));
    }
}
