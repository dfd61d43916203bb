package varve.command.star;

import java.util.List;
import varve.command.Rules;
import varve.contract.star.StarCommand;
import varve.contract.star.StarCommand.StarPackage;
import varve.contract.star.StarCommand.UnstarPackage;
import varve.contract.star.StarEvent;
import varve.contract.star.StarEvent.PackageStarred;
import varve.contract.star.StarEvent.PackageUnstarred;
import varve.eventlog.Subject;

/// Whether somebody likes a package.
public enum Star {
    DARK,
    SHINING;

    public static final Subject<Star, StarCommand, StarEvent> SUBJECT =
            Rules.of("star", Star.class, DARK, Star::decide, Star::on);

    List<StarEvent> decide(StarCommand command) {
        return switch (command) {
            case StarPackage(var user, var pkg) ->
                    this == SHINING ? List.of() : List.of(new PackageStarred(user, pkg));
            case UnstarPackage(var user, var pkg) ->
                    this == DARK ? List.of() : List.of(new PackageUnstarred(user, pkg));
        };
    }

    Star on(StarEvent event) {
        return switch (event) {
            case PackageStarred _ -> SHINING;
            case PackageUnstarred _ -> DARK;
        };
    }
}
