package varve.query.pages.account;

/// A form to sign in or up with.
///
/// @param problem what was wrong the last time; empty when nothing was
/// @param kept what the form hands on: where to go, or the invitation
public record SignView(String problem, String kept) {}
