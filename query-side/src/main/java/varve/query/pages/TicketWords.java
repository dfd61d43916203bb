package varve.query.pages;

/// What the pages say about writing to staff.
public interface TicketWords {
    String ticketsTitle();

    String tickets();

    String ticketsExplained();

    String noTickets();

    String newTicket();

    String ticketKind();

    String kindUserScopeQuota();

    String kindScopeQuota();

    String kindScopeClaim();

    String kindPackageReport();

    String kindOther();

    String ticketAbout();

    String messageLabel();

    String send();

    String ticketOpen();

    String ticketClosed();

    String ticketWasClosed(String who);

    String ticketWasReopened(String who);

    String closeTicket();

    String reopenTicket();
}
