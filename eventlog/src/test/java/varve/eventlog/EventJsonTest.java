package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import varve.contract.account.UserId;
import varve.contract.publishing.FilePath;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;

class EventJsonTest {
    private final ObjectMapper json = EventJson.mapper();

    /// A state, as it may stand in a snapshot.
    sealed interface Door {
        record Open(Map<UserId, Role> guests, List<Grant> grants) implements Door {
            boolean isFull() {
                return guests.size() > 10;
            }
        }

        sealed interface Shut extends Door {
            record LockedFromInside(FilePath key) implements Shut {}
        }
    }

    @Test
    void a_choice_is_named_by_its_record() {
        var written = json.writerFor(Grant.class).writeValueAsString(new Grant.Everything());

        assertThat(written).isEqualTo("{\"is\":\"everything\"}");
        assertThat(json.readValue(written, Grant.class)).isEqualTo(new Grant.Everything());
    }

    @Test
    void a_nul_that_somebody_sent_can_be_stored() {
        var said = new ScopeDescribed(ScopeName.of("acme"), "nothing\0here");

        var written = json.writeValueAsString(said);

        assertThat(written).contains("nothing\uFFFDhere");
    }

    @Test
    void a_choice_within_a_choice_is_named_too() {
        var door = new Door.Shut.LockedFromInside(FilePath.of("/key.txt"));

        var written = json.writerFor(Door.class).writeValueAsString(door);

        assertThat(written).isEqualTo("{\"is\":\"locked-from-inside\",\"key\":\"/key.txt\"}");
        assertThat(json.readValue(written, Door.class)).isEqualTo(door);
    }

    @Test
    void keys_and_elements_follow_the_same_rules_and_methods_are_no_fields() {
        var door = new Door.Open(Map.of(Wishes.LUCA, Role.ADMIN), List.of(new Grant.Everything()));

        var written = json.writerFor(Door.class).writeValueAsString(door);

        assertThat(written)
                .isEqualTo(
                        """
                        {"is":"open","guests":{"%s":"ADMIN"},"grants":[{"is":"everything"}]}\
                        """
                                .formatted(Wishes.LUCA.text()));
        assertThat(json.readValue(written, Door.class)).isEqualTo(door);
    }

    @Test
    void what_may_be_absent_is_not_written() {
        var everyPackage = new Grant.Permission(ScopeName.of("luca"), null, null, null);

        var written = json.writeValueAsString(everyPackage);

        assertThat(written).isEqualTo("{\"scope\":\"luca\"}");
        assertThat(json.readValue(written, Grant.Permission.class)).isEqualTo(everyPackage);
    }

    @Test
    void what_must_be_there_may_not_be_missing() {
        assertThatThrownBy(() -> json.readValue("{\"scope\":\"luca\"}", ScopeDescribed.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("description");
    }

    @Test
    void what_is_not_known_is_not_passed_over() {
        var written = "{\"scope\":\"luca\",\"description\":\"\",\"colour\":\"red\"}";

        assertThatThrownBy(() -> json.readValue(written, ScopeDescribed.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void text_that_its_type_refuses_is_not_read() {
        assertThatThrownBy(() -> json.readValue("\"Not A Scope\"", ScopeName.class))
                .isInstanceOf(JacksonException.class);
    }
}
