package varve.query.pages.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A file's content as a page can show it.
public sealed interface FileText {
    int LARGEST = 512 * 1024;
    int MOST_LINES = 20_000;

    record Lines(List<String> lines) implements FileText {}

    record Binary() implements FileText {}

    record TooLarge() implements FileText {}

    static FileText of(byte[] content) {
        if (content.length > LARGEST) {
            return new TooLarge();
        }
        for (byte one : content) {
            if (one == 0) {
                return new Binary();
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            var lines = text.toString().lines().limit(MOST_LINES + 1L).toList();
            return lines.size() > MOST_LINES ? new TooLarge() : new Lines(lines);
        } catch (CharacterCodingException _) {
            return new Binary();
        }
    }
}
