package varve.query.pages.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.contract.account.SignOnProviders;
import varve.query.account.FullUserView;
import varve.query.account.Inbox;
import varve.query.account.Passkeys;
import varve.query.token.TokenView;

/// Everything that the account page shows.
///
/// @param here id of the session that asks
/// @param elsewhere with whose accounts one can sign in
/// @param linked names of those with whom this person does
/// @param hasPassword whether they can sign in with one
public record AccountView(
        FullUserView user,
        List<Inbox.MessageView> messages,
        List<TokenView> sessions,
        List<TokenView> tokens,
        @Nullable String here,
        List<SignOnProviders.Provider> elsewhere,
        Set<String> linked,
        List<Passkeys.PasskeyView> passkeys,
        boolean hasPassword) {

    public boolean isHere(TokenView session) {
        return session.id().equals(here);
    }
}
