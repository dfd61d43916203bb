package varve.artifacts.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What passes between parent and child: blocks of bytes with their length in front, some of them
/// JSON.
final class Frames {
    private static final int LARGEST = 256 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Frames() {}

    static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// @throws java.io.EOFException when the other side is gone
    static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    static void write(DataOutputStream out, Record head) throws IOException {
        write(out, JSON.writeValueAsBytes(head));
    }

    static <T extends Record> T read(DataInputStream in, Class<T> type) throws IOException {
        try {
            return JSON.readValue(read(in), type);
        } catch (JacksonException e) {
            throw new IOException("a frame that cannot be read", e);
        }
    }
}
