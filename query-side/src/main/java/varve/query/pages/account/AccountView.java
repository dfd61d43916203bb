package varve.query.pages.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.query.account.FullUserView;
import varve.query.token.TokenView;

/// Everything that the account page shows.
///
/// @param here id of the session that asks
public record AccountView(
        FullUserView user,
        List<TokenView> sessions,
        List<TokenView> tokens,
        @Nullable String here) {

    public boolean isHere(TokenView session) {
        return session.id().equals(here);
    }
}
