package varve.command.publishing;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import varve.blobs.ShelfTrouble;

/// Every now and then takes away the uploads that were left behind.
public final class UploadSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Uploads uploads;
    private final Thread thread;

    public UploadSweep(Uploads uploads) {
        this.uploads = uploads;
        this.thread = Thread.ofVirtual().name("upload-sweep").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
                int swept = uploads.sweep();
                if (swept > 0) {
                    LOG.atInfo().addKeyValue("uploads", swept).log("old uploads taken away");
                }
            } catch (DataAccessException | ShelfTrouble trouble) {
                LOG.atWarn()
                        .addKeyValue("reason", trouble.getMessage())
                        .log("old uploads wait for the next sweep");
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
