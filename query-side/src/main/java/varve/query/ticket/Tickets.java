package varve.query.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.account.UserId;
import varve.contract.ticket.TicketId;
import varve.query.Page;
import varve.query.Round;
import varve.query.Rows;
import varve.query.account.UserView;
import varve.query.ticket.TicketViews.AuditLog;
import varve.query.ticket.TicketViews.Happening;
import varve.query.ticket.TicketViews.Message;
import varve.query.ticket.TicketViews.Overview;
import varve.query.ticket.TicketViews.Ticket;

/// Tickets from their rows, with what was written from the vault.
@Component
public class Tickets {
    private static final int MOST_OWN = 100;

    private static final String FROM =
            "select ticket.id, ticket.kind, ticket.closed, ticket.created_at, ticket.updated_at,"
                    + " coalesce(ticket_meta.meta::text, '{}') as meta, "
                    + UserView.COLUMNS
                    + " from varve_read.ticket"
                    + " join varve_read.account on account.id = ticket.creator"
                    + " left join varve_vault.person on person.id = account.id"
                    + " left join varve_vault.ticket_meta on ticket_meta.ticket = ticket.id";
    private static final String HAPPENINGS =
            "select happening.message, happening.closed, happening.at,"
                    + " coalesce(letter.text, '') as text, "
                    + UserView.COLUMNS
                    + " from varve_read.ticket_happening happening"
                    + " join varve_read.account on account.id = happening.by_user"
                    + " left join varve_vault.person on person.id = account.id"
                    + " left join varve_vault.ticket_message letter on letter.id = happening.message"
                    + " where happening.ticket = ? order by happening.position";
    private static final TypeReference<Map<String, String>> META = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    Tickets(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    private record Row(
            UUID id,
            String kind,
            UserView creator,
            Map<String, String> meta,
            boolean closed,
            Instant updatedAt,
            Instant createdAt) {}

    /// @param id of a message, of which there is none when something else happened
    private record Line(@Nullable UUID id, Happening happening) {}

    Optional<Ticket> one(TicketId id) {
        return row(id).map(this::ticket);
    }

    Optional<Overview> overview(TicketId id) {
        return head(id).map(head -> head.with(happenings(id)));
    }

    /// A ticket without what happened to it.
    public Optional<Overview> head(TicketId id) {
        return row(id).map(Tickets::summary);
    }

    /// Messages and what staff did, in their order.
    public List<Happening> happenings(TicketId id) {
        return lines(id.uuid()).stream().map(Line::happening).toList();
    }

    /// Those that somebody has written, latest first, without what happened to them.
    public List<Overview> summaries(UserId creator) {
        return rows(creator).stream().map(Tickets::summary).toList();
    }

    private static Overview summary(Row row) {
        return new Overview(
                row.id().toString(),
                row.kind(),
                row.creator(),
                row.meta(),
                row.closed(),
                List.of(),
                row.updatedAt(),
                row.createdAt());
    }

    Optional<Message> message(TicketId ticket, UUID id) {
        return lines(ticket.uuid()).stream()
                .filter(line -> id.equals(line.id()))
                .map(line -> Objects.requireNonNull(line.happening().message()))
                .findFirst();
    }

    /// Those that somebody has written, latest first.
    List<Ticket> of(UserId creator) {
        return rows(creator).stream().map(this::ticket).toList();
    }

    private List<Row> rows(UserId creator) {
        return db.sql(FROM + " where ticket.creator = ? order by ticket.created_at desc limit ?")
                .params(creator.uuid(), MOST_OWN)
                .query((row, _) -> row(row))
                .list();
    }

    /// All of them, open ones and the latest first.
    ///
    /// @param query a part of the writer's name, or a kind
    Page.Items<Ticket> all(String query, Page page) {
        var found = found(query, page);
        return new Page.Items<>(found.items().stream().map(this::ticket).toList(), found.total());
    }

    /// The same without what happened to them.
    public Page.Items<Overview> allSummaries(String query, Page page) {
        var found = found(query, page);
        return new Page.Items<>(
                found.items().stream().map(Tickets::summary).toList(), found.total());
    }

    private Page.Items<Row> found(String query, Page page) {
        var sought =
                " where :query = '' or ticket.kind = :query or strpos(lower(person.name), lower(:query)) > 0";
        return Round.of(
                () ->
                        db.sql(
                                        FROM
                                                + sought
                                                + " order by ticket.closed, ticket.created_at desc, ticket.id"
                                                + " limit :n offset :o")
                                .param("query", query.strip())
                                .param("n", page.size())
                                .param("o", page.offset())
                                .query((row, _) -> row(row))
                                .list(),
                () ->
                        db.sql("select count(*) from (" + FROM + sought + ") as found")
                                .param("query", query.strip())
                                .query(Long.class)
                                .single(),
                Page.Items::new);
    }

    private Optional<Row> row(TicketId id) {
        return db.sql(FROM + " where ticket.id = ?")
                .param(id.uuid())
                .query((row, _) -> row(row))
                .optional();
    }

    private Ticket ticket(Row row) {
        var messages =
                lines(row.id()).stream()
                        .filter(line -> line.id() != null)
                        .map(line -> Objects.requireNonNull(line.happening().message()))
                        .toList();
        return new Ticket(
                row.id().toString(),
                row.kind(),
                row.creator(),
                row.meta(),
                row.closed(),
                messages,
                row.updatedAt(),
                row.createdAt());
    }

    private List<Line> lines(UUID ticket) {
        return db.sql(HAPPENINGS).param(ticket).query((row, _) -> line(row)).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var user = UserView.of(row);
        var at = Rows.moment(row, "at");
        var id = row.getObject("message", UUID.class);
        if (id != null) {
            var message = new Message(user, row.getString("text"), at, at);
            return new Line(id, new Happening("message", message, null, user));
        }
        var meta = Map.of("closed", row.getBoolean("closed"));
        var log = new AuditLog(user, "update_ticket_status", true, meta, at);
        return new Line(null, new Happening("auditLog", null, log, user));
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                UserView.of(row),
                json.readValue(row.getString("meta"), META),
                row.getBoolean("closed"),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"));
    }
}
