package varve.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/// A wire to a server on loopback that breaks at the worst moment, once.
final class CuttableWire implements AutoCloseable {
    enum Cut {
        NEVER,
        BEFORE_THE_QUESTION_ARRIVES,
        BEFORE_THE_ANSWER_ARRIVES
    }

    private final ServerSocket door;
    private final int target;
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);

    CuttableWire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Cuts the connection on which something is said next.
    void cut(Cut cut) {
        next.set(cut);
    }

    boolean isCut() {
        return next.get() == Cut.NEVER;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                pump(client, server, Cut.BEFORE_THE_QUESTION_ARRIVES);
                pump(server, client, Cut.BEFORE_THE_ANSWER_ARRIVES);
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to, Cut cut) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to) {
                        pump(from.getInputStream(), to, cut);
                    } catch (IOException _) {
                        // either side has hung up
                    }
                });
    }

    private void pump(InputStream from, Socket to, Cut cut) throws IOException {
        var buffer = new byte[8192];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            if (next.compareAndSet(cut, Cut.NEVER)) {
                return;
            }
            to.getOutputStream().write(buffer, 0, n);
            to.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
