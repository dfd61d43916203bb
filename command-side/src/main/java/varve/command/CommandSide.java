package varve.command;

import java.util.List;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import varve.command.account.Account;
import varve.command.advisory.Advisory;
import varve.command.attestation.Attested;
import varve.command.downloads.Batch;
import varve.command.hook.Hook;
import varve.command.modules.Build;
import varve.command.modules.Moderation;
import varve.command.modules.Owner;
import varve.command.modules.Registration;
import varve.command.pkg.Pkg;
import varve.command.scope.Holdings;
import varve.command.scope.Scope;
import varve.command.stage.Stage;
import varve.command.star.Star;
import varve.command.team.Team;
import varve.command.ticket.Ticket;
import varve.command.token.Token;
import varve.command.uplink.Entry;
import varve.command.version.Version;
import varve.eventlog.Subject;

/// Everything that decides. It needs the log, the shelf and a database for the vault.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CommandSide {
    /// Where the tables of this side are described.
    public static final String MIGRATIONS = "classpath:varve/command/migrations";

    /// Every subject that has rules.
    public static List<Subject<?, ?, ?>> subjects() {
        return List.of(
                Account.SUBJECT,
                Token.SUBJECT,
                Scope.SUBJECT,
                Holdings.SUBJECT,
                Pkg.SUBJECT,
                Version.SUBJECT,
                Entry.SUBJECT,
                Batch.SUBJECT,
                Star.SUBJECT,
                Ticket.SUBJECT,
                Team.SUBJECT,
                Hook.SUBJECT,
                Stage.SUBJECT,
                Attested.SUBJECT,
                Advisory.SUBJECT,
                Registration.SUBJECT,
                Build.SUBJECT,
                Owner.SUBJECT,
                Moderation.SUBJECT);
    }
}
