package varve.query.pages.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileTextTest {
    @Test
    void text_is_shown_line_by_line() {
        assertThat(FileText.of("a\r\nb\n\nç\n".getBytes(UTF_8)))
                .isEqualTo(new FileText.Lines(List.of("a", "b", "", "ç")));
    }

    @Test
    void what_is_not_utf_8_or_has_zeros_is_binary() {
        assertThat(FileText.of(new byte[] {'a', 0, 'b'})).isEqualTo(new FileText.Binary());
        assertThat(FileText.of(new byte[] {(byte) 0xff, (byte) 0xfe}))
                .isEqualTo(new FileText.Binary());
    }

    @Test
    void what_no_browser_would_like_is_too_large() {
        assertThat(FileText.of(new byte[FileText.LARGEST + 1])).isEqualTo(new FileText.TooLarge());
        assertThat(FileText.of("\n".repeat(FileText.MOST_LINES + 1).getBytes(UTF_8)))
                .isEqualTo(new FileText.TooLarge());
        assertThat(FileText.of("\n".repeat(FileText.MOST_LINES).getBytes(UTF_8)))
                .isInstanceOf(FileText.Lines.class);
    }
}
