package varve.command.modules;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

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
        var question = git.getOutputStream();
        question.write((object + "\n").getBytes(StandardCharsets.US_ASCII));
        question.flush();
        var header = line();
        if (!header.equals(object + " blob " + size)) {
            throw new IOException("git gave '" + header + "' for " + object);
        }
        var content = answers.readNBytes(Math.toIntExact(size));
        if (content.length != size || answers.read() != '\n') {
            throw new EOFException(object);
        }
        return content;
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
