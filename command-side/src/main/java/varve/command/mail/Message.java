package varve.command.mail;

import varve.contract.account.UserId;

/// What somebody is told.
///
/// @param subject one line
record Message(UserId to, String subject, String text) {
    Message {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
