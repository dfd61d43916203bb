package varve.artifacts.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One child process. For one caller at a time; after an exception it is of no more use.
final class ImportChild implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int MOST_SPECIFIERS = 100_000;
    private static final int LONGEST_SPECIFIER = 1 << 20;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private ImportChild(Process process) {
        this.process = process;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /// @param clock ends it when it does not start
    static ImportChild start(String classPath, ScheduledExecutorService clock) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        ImportMain.class.getName());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> !name.startsWith("L"));
        var child = new ImportChild(builder.start());
        var alarm = clock.schedule(child::close, START.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (child.in.readInt() != ImportMain.READY) {
                throw new IOException("the reader says something else than that it is ready");
            }
            return child;
        } catch (IOException e) {
            child.close();
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    /// @throws IOException when the child ended before it answered
    Optional<List<String>> imports(String path, byte[] source) throws IOException {
        out.writeUTF(path);
        out.writeInt(source.length);
        out.write(source);
        out.flush();
        int count = in.readInt();
        if (count == ImportMain.UNREADABLE) {
            return Optional.empty();
        }
        if (count < 0 || count > MOST_SPECIFIERS) {
            throw new IOException(count + " specifiers");
        }
        var specifiers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            specifiers.add(specifier());
        }
        return Optional.of(specifiers);
    }

    private String specifier() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_SPECIFIER) {
            throw new IOException("a specifier of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
