package varve.command.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import varve.command.token.NewSecret;
import varve.contract.Caller;
import varve.contract.account.Login;
import varve.contract.account.UserCommand.AppointStaff;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserId;
import varve.contract.token.Grant;
import varve.contract.token.TokenCommand.IssueToken;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;
import varve.eventlog.Commands;

/// Lets the operator in: on the first start there is one member of staff, whose token lies in a
/// file that only the operator can read. It is also the password with which they sign in as `admin`
/// in a browser.
public final class FirstStart {
    private static final Login ADMIN = new Login("admin");

    private final Commands commands;
    private final Vault vault;
    private final Passwords passwords;

    public FirstStart(Commands commands, Vault vault, Passwords passwords) {
        this.commands = commands;
        this.vault = vault;
        this.passwords = passwords;
    }

    /// Writes a fresh staff token to the file unless the file is there. It gets its name only when
    /// the token works, so a crash in between is mended by the next start.
    ///
    /// @return whether there is a new one
    public boolean admit(Path tokenFile) throws IOException {
        if (Files.exists(tokenFile)) {
            return false;
        }
        var draft = tokenFile.resolveSibling(tokenFile.getFileName() + ".new");
        var secret = NewSecret.personal();
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret.text() + "\n");
        issue(secret);
        Files.move(draft, tokenFile);
        return true;
    }

    private void issue(NewSecret secret) {
        var caller = Caller.registry("first-start", UUID.randomUUID().toString());
        var admin = new UserId(UUID.randomUUID());
        vault.keep(admin, ADMIN.text());
        vault.freeLogin(ADMIN);
        vault.keepLogin(admin, ADMIN);
        passwords.keep(admin, secret.text());
        commands.send(new RegisterUser(admin), caller);
        commands.send(new AppointStaff(admin), caller);
        commands.send(
                new IssueToken(
                        new TokenId(UUID.randomUUID()),
                        admin,
                        TokenKind.PERSONAL,
                        secret.sha256(),
                        new Grant.Everything(),
                        null),
                caller);
    }
}
