package varve.projections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Event;
import varve.contract.advisory.AdvisoryEvent;
import varve.contract.attestation.AttestationEvent;
import varve.contract.downloads.DownloadsEvent;
import varve.contract.hook.HookEvent;
import varve.contract.stage.StageEvent;
import varve.contract.star.StarEvent;
import varve.contract.team.TeamEvent;
import varve.contract.ticket.TicketEvent;
import varve.contract.uplink.UpstreamEvent;
import varve.eventlog.Fact;
import varve.projections.advisory.AdvisoryTable;
import varve.projections.attestation.AttestationTable;
import varve.projections.downloads.DownloadTable;
import varve.projections.stage.StageTable;
import varve.projections.star.StarTable;
import varve.projections.team.TeamTables;
import varve.projections.ticket.TicketTables;
import varve.projections.uplink.UpstreamTable;

/// Tables about what comes in and goes out, on which no list depends.
@Component
class OutsideTables {
    private final JdbcClient db;
    private final UpstreamTable upstream;
    private final DownloadTable downloads;
    private final AdvisoryTable advisories;
    private final StarTable stars;
    private final TeamTables teams;
    private final TicketTables tickets;
    private final StageTable stages;
    private final AttestationTable attestations;

    OutsideTables(
            JdbcClient db,
            UpstreamTable upstream,
            DownloadTable downloads,
            AdvisoryTable advisories,
            StarTable stars,
            TeamTables teams,
            TicketTables tickets,
            StageTable stages,
            AttestationTable attestations) {
        this.attestations = attestations;
        this.stages = stages;
        this.db = db;
        this.upstream = upstream;
        this.downloads = downloads;
        this.advisories = advisories;
        this.stars = stars;
        this.teams = teams;
        this.tickets = tickets;
    }

    /// @return whether it was about any of that
    boolean on(Event event, Fact fact) {
        switch (event) {
            case UpstreamEvent entered -> upstream.on(entered, fact);
            case DownloadsEvent added -> downloads.on(added);
            case AdvisoryEvent recorded -> advisories.on(recorded);
            case StarEvent star -> stars.on(star);
            case TicketEvent ticket -> tickets.on(ticket, fact);
            case TeamEvent team -> teams.on(team);
            case AttestationEvent attested -> attestations.on(attested);
            case StageEvent stage -> stages.on(stage, fact);
            case HookEvent _ -> {} // all there is to know of them lies in the vault
            default -> {
                return false;
            }
        }
        return true;
    }
}
