package varve.artifacts.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The child process: a module in, its specifiers out, until the input ends, which it does when the
/// parent is gone.
public final class ImportMain {
    static final int READY = 0x7661_7269;
    static final int UNREADABLE = -1;

    private ImportMain() {}

    /// Takes no arguments.
    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        try (var reader = new EngineReader()) {
            out.writeInt(READY);
            out.flush();
            while (true) {
                var path = in.readUTF();
                var source = new byte[in.readInt()];
                in.readFully(source);
                answer(out, reader.imports(path, source));
            }
        } catch (EOFException _) {
            // the parent wants no more
        }
    }

    private static void answer(DataOutputStream out, Optional<List<String>> specifiers)
            throws IOException {
        if (specifiers.isEmpty()) {
            out.writeInt(UNREADABLE);
        } else {
            out.writeInt(specifiers.get().size());
            for (var specifier : specifiers.get()) {
                var bytes = specifier.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
        out.flush();
    }
}
