package varve.query.pages.ticket;

import varve.contract.ticket.TicketKind;
import varve.query.pages.Words;

/// What kinds of tickets are called in the language of the pages.
public final class TicketKinds {
    private TicketKinds() {}

    public static String of(String kind, Words words) {
        return switch (TicketKind.named(kind)) {
            case USER_SCOPE_QUOTA_INCREASE -> words.kindUserScopeQuota();
            case SCOPE_QUOTA_INCREASE -> words.kindScopeQuota();
            case SCOPE_CLAIM -> words.kindScopeClaim();
            case PACKAGE_REPORT -> words.kindPackageReport();
            case OTHER -> words.kindOther();
        };
    }
}
