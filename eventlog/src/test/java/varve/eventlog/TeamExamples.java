package varve.eventlog;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import varve.contract.Event;
import varve.contract.account.UserId;
import varve.contract.attestation.Attestation;
import varve.contract.attestation.AttestationEvent;
import varve.contract.hook.HookEvent;
import varve.contract.hook.HookId;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.publishing.NpmRelease;
import varve.contract.scope.ScopeName;
import varve.contract.stage.StageEvent;
import varve.contract.stage.StageId;
import varve.contract.star.StarEvent;
import varve.contract.team.TeamEvent;
import varve.contract.team.TeamName;
import varve.contract.ticket.TicketEvent;
import varve.contract.ticket.TicketId;
import varve.contract.version.VersionRef;

/// An example of each event of teams and stars.
final class TeamExamples {
    private static final UserId LUCA = Wishes.LUCA;
    private static final ScopeName SCOPE = ScopeName.of("luca");
    private static final PackageRef PACKAGE = PackageRef.of("@luca/flag");
    private static final TeamName TEAM = TeamName.of("sewers");

    private static final UUID MESSAGE = new UUID(0, 8);
    private static final TicketId TICKET = new TicketId(new UUID(0, 7));

    private static final HookId HOOK = new HookId(new UUID(0, 9));

    private static final StageId STAGE = new StageId(new UUID(0, 10));

    private TeamExamples() {}

    static Stream<Event> all() {
        return Stream.of(
                new StarEvent.PackageStarred(LUCA, PACKAGE),
                new StarEvent.PackageUnstarred(LUCA, PACKAGE),
                new TicketEvent.TicketOpened(TICKET, LUCA, "scope_claim", MESSAGE),
                new TicketEvent.TicketAnswered(TICKET, LUCA, MESSAGE),
                new TicketEvent.TicketClosed(TICKET),
                new TicketEvent.TicketReopened(TICKET),
                new HookEvent.HookAdded(HOOK, LUCA, "package", "@luca/flag"),
                new HookEvent.HookChanged(HOOK),
                new HookEvent.HookRemoved(HOOK),
                new AttestationEvent.VersionAttested(
                        new Attestation(
                                VersionRef.of("@luca/flag@1.2.3"),
                                STAGE.attempt(),
                                "https://slsa.dev/provenance/v1",
                                "https://issuer.example",
                                "https://forge.example/luca/flag/publish.yml@refs/heads/main",
                                "https://forge.example/luca/flag",
                                "ab12",
                                4711,
                                Instant.parse("2026-01-02T03:04:05Z"),
                                "cd34")),
                new StageEvent.VersionStaged(
                        STAGE,
                        VersionRef.of("@luca/flag@1.2.3"),
                        new NpmRelease("ab", "cd", 300, 2, 600, false, "{}"),
                        TagName.LATEST,
                        true),
                new StageEvent.StageApproved(STAGE),
                new StageEvent.StageRejected(STAGE),
                new TeamEvent.TeamFormed(SCOPE, TEAM, "Those who sew"),
                new TeamEvent.TeamDissolved(SCOPE, TEAM),
                new TeamEvent.TeammateAdded(SCOPE, TEAM, LUCA),
                new TeamEvent.TeammateRemoved(SCOPE, TEAM, LUCA),
                new TeamEvent.PackageGranted(SCOPE, TEAM, PACKAGE, true),
                new TeamEvent.PackageRevoked(SCOPE, TEAM, PACKAGE));
    }
}
