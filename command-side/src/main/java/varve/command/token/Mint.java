package varve.command.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Credentials;
import varve.contract.ReadBack;
import varve.contract.account.UserId;
import varve.contract.token.Grant;
import varve.contract.token.TokenCommand.IssueToken;
import varve.contract.token.TokenCommand.RevokeToken;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;
import varve.eventlog.Commands;

/// Makes credentials and ends them. What it hands out works, and what it ends has ended on this
/// node, when it returns; other nodes follow within seconds.
@Component
public class Mint {
    private final Commands commands;
    private final TokenLabels labels;
    private final ReadBack readBack;
    private final Credentials credentials;
    private final Clock clock;

    Mint(
            Commands commands,
            TokenLabels labels,
            ReadBack readBack,
            Credentials credentials,
            Clock clock) {
        this.commands = commands;
        this.labels = labels;
        this.readBack = readBack;
        this.credentials = credentials;
        this.clock = clock;
    }

    /// @param secret told once and never again
    public record Minted(
            TokenId token, NewSecret secret, Instant createdAt, @Nullable Instant expiresAt) {}

    /// A credential that ends after a time.
    public Minted issue(
            TokenKind kind, UserId owner, Grant grant, Duration life, Label label, Caller caller) {
        return issue(kind, owner, grant, clock.instant().plus(life), label, caller);
    }

    /// @param expiresAt absent for a credential without end
    public Minted issue(
            TokenKind kind,
            UserId owner,
            Grant grant,
            @Nullable Instant expiresAt,
            Label label,
            Caller caller) {
        var secret = NewSecret.of(kind);
        var token = new TokenId(UUID.randomUUID());
        labels.keep(token, owner, label);
        var wish = new IssueToken(token, owner, kind, secret.sha256(), grant, expiresAt);
        readBack.await(commands.send(wish, caller).position(), ReadBack.PATIENCE);
        return new Minted(token, secret, clock.instant(), expiresAt);
    }

    /// @return position of the fact
    public long revoke(TokenId token, Caller caller) {
        long position = commands.send(new RevokeToken(token), caller).position();
        readBack.await(position, ReadBack.PATIENCE);
        credentials.forget();
        return position;
    }
}
