package varve.command.pkg;

import java.util.List;
import org.junit.jupiter.api.Test;
import varve.command.Story;
import varve.contract.Refusal;
import varve.contract.pkg.PackageCommand;
import varve.contract.pkg.PackageCommand.CreateNpmPackage;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageCommand.RemoveTag;
import varve.contract.pkg.PackageCommand.SetTag;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.NpmPackageCreated;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageVisibilitySet;
import varve.contract.pkg.PackageEvent.TagRemoved;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.scope.Visibility;

class NpmPackageRulesTest {
    static final PackageRef LUCA_FLAG = PackageRef.of("@luca/my-flag");
    static final TagName NEXT = new TagName("next");
    static final String ONE = "1.0.0";

    final Story<Pkg, PackageCommand, PackageEvent> story = Story.of(Pkg.SUBJECT);

    @Test
    void two_first_publishes_make_one_package() {
        story.when(new CreateNpmPackage(LUCA_FLAG, Visibility.PUBLIC))
                .then(new NpmPackageCreated(LUCA_FLAG));
        story.when(new CreateNpmPackage(LUCA_FLAG, Visibility.PUBLIC)).then();
    }

    /// Whoever is interrupted between two wishes, and tries again, has published for all.
    @Test
    void a_package_for_some_is_never_for_all_not_even_for_a_moment() {
        story.when(new CreateNpmPackage(LUCA_FLAG, Visibility.PRIVATE))
                .then(
                        new NpmPackageCreated(LUCA_FLAG),
                        new PackageVisibilitySet(LUCA_FLAG, Visibility.PRIVATE));
        story.when(new CreateNpmPackage(LUCA_FLAG, Visibility.PRIVATE)).then();
    }

    @Test
    void another_spelling_is_not_another_package() {
        story.given(List.of(new NpmPackageCreated(LUCA_FLAG)));
        var other = PackageRef.of("@luca/myflag");
        story.when(new CreateNpmPackage(other, Visibility.PUBLIC))
                .refused(new Refusal.PackageAlreadyExists(other.text()));
    }

    @Test
    void a_package_is_of_one_kind_for_ever() {
        story.given(List.of(new PackageCreated(LUCA_FLAG)));
        var other = new Refusal.OtherKindOfPackage(LUCA_FLAG.text());
        story.when(new CreateNpmPackage(LUCA_FLAG, Visibility.PUBLIC)).refused(other);
    }

    @Test
    void sources_have_tags_too_but_their_latest_is_the_highest() {
        story.given(List.of(new PackageCreated(LUCA_FLAG)));
        story.when(new SetTag(LUCA_FLAG, NEXT, ONE)).then(new TagSet(LUCA_FLAG, NEXT, ONE));
        story.when(new SetTag(LUCA_FLAG, TagName.LATEST, ONE))
                .refused(new Refusal.Malformed("the latest version of sources is the highest one"));
    }

    @Test
    void a_name_taken_by_npm_clients_is_not_free_for_sources() {
        story.given(List.of(new NpmPackageCreated(LUCA_FLAG)));
        story.when(new CreatePackage(LUCA_FLAG))
                .refused(new Refusal.PackageAlreadyExists(LUCA_FLAG.text()));
    }

    @Test
    void tags_come_and_go_but_latest_stays() {
        story.given(List.of(new NpmPackageCreated(LUCA_FLAG)));
        story.when(new SetTag(LUCA_FLAG, NEXT, ONE)).then(new TagSet(LUCA_FLAG, NEXT, ONE));
        story.when(new RemoveTag(LUCA_FLAG, NEXT)).then(new TagRemoved(LUCA_FLAG, NEXT));
        story.when(new RemoveTag(LUCA_FLAG, TagName.LATEST))
                .refused(new Refusal.TagNeeded("latest"));
    }
}
