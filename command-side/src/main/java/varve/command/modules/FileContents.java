package varve.command.modules;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads files out of git's store through one `git cat-file --batch`.
final class FileContents implements AutoCloseable {
    private static final int LONGEST_LINE = 200;

    private final Process git;
    private final InputStream answers;

    FileContents(Process git) {
        this.git = git;
        this.answers = new BufferedInputStream(git.getInputStream(), 64 << 10);
    }

    /// @param size as the listing gave it
    byte[] of(String object, long size) throws IOException {
        ask(object, size);
        var content = answers.readNBytes(Math.toIntExact(size));
        end(object);
        return content;
    }

    /// @param size as the listing gave it
    /// @param into a file that there is not yet
    void copy(String object, long size, Path into) throws IOException {
        ask(object, size);
        var piece = new byte[64 << 10];
        long left = size;
        try (var file = Files.newOutputStream(into, StandardOpenOption.CREATE_NEW)) {
            while (left > 0) {
                int n = answers.readNBytes(piece, 0, (int) Math.min(piece.length, left));
                if (n == 0) {
                    throw new EOFException(object);
                }
                file.write(piece, 0, n);
                left -= n;
            }
        }
        end(object);
    }

    private void ask(String object, long size) throws IOException {
        var question = git.getOutputStream();
        question.write((object + "\n").getBytes(StandardCharsets.US_ASCII));
        question.flush();
        var header = line();
        if (!header.equals(object + " blob " + size)) {
            throw new IOException("git gave '" + header + "' for " + object);
        }
    }

    private void end(String object) throws IOException {
        if (answers.read() != '\n') {
            throw new EOFException(object);
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("git gave no answer");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        Git.end(git);
    }
}
