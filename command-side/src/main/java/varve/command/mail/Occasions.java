package varve.command.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.PublicAddresses;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeEvent.MemberInvited;
import varve.contract.ticket.TicketEvent.TicketAnswered;
import varve.contract.ticket.TicketEvent.TicketClosed;
import varve.contract.ticket.TicketEvent.TicketOpened;
import varve.contract.ticket.TicketId;
import varve.contract.token.TokenEvent.TokenIssued;
import varve.contract.token.TokenKind;
import varve.eventlog.Fact;

/// Which facts people are told of: invitations, tokens made in their name, answers to tickets, and
/// sessions begun where they never were before. Names and addresses come from the vault.
final class Occasions {
    private static final int MOST_STAFF = 20;

    private final JdbcClient db;
    private final Places places;
    private final PublicAddresses addresses;

    Occasions(JdbcClient db, PublicAddresses addresses) {
        this.db = db;
        this.places = new Places(db);
        this.addresses = addresses;
    }

    List<Message> of(Fact fact) {
        return switch (fact.event()) {
            case MemberInvited invited -> List.of(invitation(invited));
            case TokenIssued issued when issued.kind() == TokenKind.WEB ->
                    places.isNew(issued) ? List.of(signedIn(issued)) : List.of();
            case TokenIssued issued when issued.kind() == TokenKind.PERSONAL ->
                    List.of(token(issued));
            case TicketOpened opened ->
                    staff().stream().map(one -> opened(one, opened.ticket())).toList();
            case TicketAnswered answered -> answered(answered);
            case TicketClosed(var ticket) ->
                    writer(ticket).map(to -> closed(to, ticket)).stream().toList();
            default -> List.of();
        };
    }

    private Message invitation(MemberInvited invited) {
        var scope = "@" + invited.scope().text();
        return new Message(
                invited.user(),
                "You are invited to " + scope,
                """
                %s invites you to %s, as %s.

                Accept or decline at %s
                """
                        .formatted(
                                name(invited.by()), scope, invited.role().text(), at("/" + scope)));
    }

    private Message token(TokenIssued issued) {
        return new Message(
                issued.owner(),
                "A token was made in your name",
                """
                The token '%s' can now be used in your name.

                If that was not you, end it and change your password: %s
                """
                        .formatted(label(issued), at("/account#tokens")));
    }

    private Message signedIn(TokenIssued issued) {
        return new Message(
                issued.owner(),
                "You signed in from a new place",
                """
                Somebody signed in as you from a network that you had not used before: %s.

                If that was not you, end the session and change your password: %s
                """
                        .formatted(places.of(issued.token()), at("/account#sessions")));
    }

    private Message opened(UserId staff, TicketId ticket) {
        return new Message(
                staff, "A ticket was opened", "Somebody asks for help: " + at(ticket) + "\n");
    }

    private List<Message> answered(TicketAnswered answered) {
        return writer(answered.ticket())
                .filter(writer -> !writer.equals(answered.by()))
                .map(writer ->
                        new Message(
                                writer,
                                "Your ticket was answered",
                                "Read the answer at " + at(answered.ticket()) + "\n"))
                .stream()
                .toList();
    }

    private Message closed(UserId writer, TicketId ticket) {
        return new Message(
                writer, "Your ticket was closed", "It can be read at " + at(ticket) + "\n");
    }

    private List<UserId> staff() {
        return db.sql("select id from varve_read.account where staff order by created_at limit ?")
                .param(MOST_STAFF)
                .query((row, _) -> new UserId(row.getObject("id", UUID.class)))
                .list();
    }

    private Optional<UserId> writer(TicketId ticket) {
        return db.sql("select owner from varve_vault.ticket_meta where ticket = ?")
                .param(ticket.uuid())
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    private String name(UserId user) {
        return text("select name from varve_vault.person where id = ?", user.uuid());
    }

    private String label(TokenIssued issued) {
        return text(
                "select coalesce(nullif(label, ''), client) from varve_vault.token_label"
                        + " where token = ?",
                issued.token().uuid());
    }

    private String text(String sql, UUID id) {
        return db.sql(sql).param(id).query(String.class).optional().orElse("somebody");
    }

    private String at(TicketId ticket) {
        return at("/ticket/" + ticket.text());
    }

    private String at(String path) {
        return addresses.registry().resolve(path).toString();
    }
}
