package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import varve.contract.Event;
import varve.contract.EventCatalogue;
import varve.contract.token.TokenEvent;

/// What is stored is for ever: one file for each type and revision, `<name>.<revision>.json`. Files
/// of revisions that are no longer written stay, as the input of upcasters.
///
/// A new type gets its file by running this test with `-Dvarve.golden=write`, which never touches a
/// file that is there.
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/events");

    private final EventSerializer serializer =
            new EventSerializer(List.of(), new Upcasters(OldShapes.ALL));

    static Stream<EventCatalogue.Entry> entries() {
        return EventCatalogue.entries();
    }

    private static Path golden(EventCatalogue.Entry entry) {
        return GOLDEN.resolve("%s.%d.json".formatted(entry.name(), entry.revision()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_fact_is_written_as_it_always_was(EventCatalogue.Entry entry) throws IOException {
        var example = EventExamples.of(entry.type());

        var stored = serializer.serialize(example, byte[].class);

        if (Files.notExists(golden(entry)) && "write".equals(System.getProperty("varve.golden"))) {
            Files.write(golden(entry), stored.getData());
        }
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(golden(entry)));
        assertThat(stored.getType().getName()).isEqualTo(entry.name());
        assertThat(stored.getType().getRevision()).isEqualTo(String.valueOf(entry.revision()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void what_was_written_is_read_as_the_same_fact(EventCatalogue.Entry entry) throws IOException {
        Event read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                Files.readAllBytes(golden(entry)),
                                byte[].class,
                                entry.name(),
                                String.valueOf(entry.revision())));

        assertThat(read).isEqualTo(EventExamples.of(entry.type()));
    }

    @Test
    void a_token_of_old_is_read_as_a_personal_one() throws IOException {
        Event read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                Files.readAllBytes(GOLDEN.resolve("token.issued.1.json")),
                                byte[].class,
                                "token.issued",
                                "1"));

        assertThat(read).isEqualTo(EventExamples.of(TokenEvent.TokenIssued.class));
    }

    @Test
    void every_stored_file_is_of_a_known_type() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allSatisfy(file -> {
                        var name = file.replaceFirst("\\.\\d+\\.json$", "");
                        assertThat(EventCatalogue.named(name)).as(file).isPresent();
                    });
        }
    }
}
