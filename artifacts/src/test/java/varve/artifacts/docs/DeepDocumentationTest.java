package varve.artifacts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeepDocumentationTest {
    @Test
    void depth_is_no_danger() {
        var deep = "namespace a { export ".repeat(300) + "const x = 1;" + " }".repeat(300);
        try (var documents = new Documents()) {
            assertThat(documents.of("export " + deep).entries()).hasSize(1);
        }
    }
}
