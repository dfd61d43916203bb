package varve.query.pages.account;

import java.util.List;
import varve.contract.account.SignOnProviders;

/// A form to sign in or up with.
///
/// @param problem what was wrong the last time; empty when nothing was
/// @param kept what the form hands on: where to go, or the invitation
/// @param elsewhere with whose accounts one can sign in too
public record SignView(String problem, String kept, List<SignOnProviders.Provider> elsewhere) {}
