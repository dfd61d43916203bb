package varve.gateway.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The answer about a name that nobody has, told about another name. It is held back until it is
/// complete, which for an answer that there is nothing is a few hundred bytes.
public final class Renamed extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final String name;
    private @Nullable PrintWriter writer;

    public Renamed(String name, HttpServletResponse response) {
        super(response);
        this.name = name;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                held.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                held.write(bytes, from, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("answers are written as they are asked for");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(held, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // all at once, at the end
    }

    @Override
    public void resetBuffer() {
        held.reset();
    }

    @Override
    public void setContentLength(int length) {
        // the name may be longer or shorter
    }

    @Override
    public void setContentLengthLong(long length) {
        // the name may be longer or shorter
    }

    /// Sends what was held back.
    public void send() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        var text = held.toString(StandardCharsets.UTF_8).replace(Named.NOBODY, name);
        if (!text.isEmpty()) {
            getResponse().getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
