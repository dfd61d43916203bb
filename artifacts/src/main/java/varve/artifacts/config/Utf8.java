package varve.artifacts.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text that must be UTF-8 to the letter. A byte order mark at the start is not part of it.
public final class Utf8 {
    private Utf8() {}

    /// Empty when the bytes are not UTF-8.
    public static Optional<String> text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var marked = text.length() > 0 && text.charAt(0) == '\ufeff';
            return Optional.of(
                    marked ? text.subSequence(1, text.length()).toString() : text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
