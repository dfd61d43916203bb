package varve.command.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import varve.command.Story;
import varve.contract.Refusal;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeName;

class ScopeRulesTest {
    static final ScopeName LUCA = ScopeName.of("luca-lab");
    static final UserId ADA = new UserId(new UUID(0, 1));
    static final UserId BEN = new UserId(new UUID(0, 2));

    final Story<Scope, ScopeCommand, ScopeEvent> story = Story.of(Scope.SUBJECT);

    @Test
    void whoever_creates_a_scope_is_its_first_admin() {
        story.when(new CreateScope(LUCA, ADA, "Flags and such"))
                .then(
                        new ScopeCreated(LUCA, ADA),
                        new MemberJoined(LUCA, ADA, Role.ADMIN),
                        new ScopeDescribed(LUCA, "Flags and such"));
    }

    @Test
    void a_name_is_taken_however_it_is_hyphenated() {
        story.given(List.of(new ScopeCreated(LUCA, ADA)));
        var other = ScopeName.of("lucalab");
        assertThat(new CreateScope(other, BEN, "").stream())
                .isEqualTo(new CreateScope(LUCA, ADA, "").stream());
        story.when(new CreateScope(other, BEN, ""))
                .refused(new Refusal.ScopeAlreadyExists("lucalab"));
    }

    @Test
    void another_spelling_names_no_scope() {
        story.given(List.of(new ScopeCreated(LUCA, ADA)));
        story.when(new DescribeScope(ScopeName.of("lucalab"), "Something"))
                .refused(new Refusal.ScopeNotFound("lucalab"));
    }

    @Test
    void a_member_can_become_an_admin() {
        story.given(List.of(new ScopeCreated(LUCA, ADA)));
        story.when(new AddMember(LUCA, BEN, Role.MEMBER))
                .then(new MemberJoined(LUCA, BEN, Role.MEMBER));
        story.when(new AddMember(LUCA, BEN, Role.MEMBER)).then();
        story.when(new AddMember(LUCA, BEN, Role.ADMIN))
                .then(new MemberJoined(LUCA, BEN, Role.ADMIN));
    }

    @Test
    void to_be_added_again_takes_no_right_away() {
        story.given(List.of(new ScopeCreated(LUCA, ADA), new MemberJoined(LUCA, ADA, Role.ADMIN)));
        for (var lower : List.of(Role.READER, Role.AUDITOR, Role.MEMBER)) {
            story.when(new AddMember(LUCA, ADA, lower)).then();
        }
        story.given(List.of(new MemberJoined(LUCA, BEN, Role.MEMBER)));
        story.when(new AddMember(LUCA, BEN, Role.READER)).then();
        assertThat(story.state().role(ADA)).contains(Role.ADMIN);
        assertThat(story.state().role(BEN)).contains(Role.MEMBER);
    }

    @Test
    void strangers_have_no_role() {
        assertThat(new Scope.Free().role(ADA)).isEmpty();
        story.given(List.of(new ScopeCreated(LUCA, ADA), new MemberJoined(LUCA, ADA, Role.ADMIN)));
        assertThat(story.state().role(ADA)).contains(Role.ADMIN);
        assertThat(story.state().role(BEN)).isEmpty();
    }
}
