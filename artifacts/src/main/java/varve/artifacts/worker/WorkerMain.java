package varve.artifacts.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import varve.artifacts.InProcessWorkshop;
import varve.artifacts.Inspection;
import varve.artifacts.WorkshopTrouble;
import varve.artifacts.engine.Inference;
import varve.artifacts.engine.TypeScript;

/// The child process: reads requests from its standard input and writes replies to its standard
/// output until the input ends, which it does when the parent is gone, however it went.
public final class WorkerMain {
    static final int READY = 0x7661_7276;
    private static final int BUFFER = 1 << 16;

    private WorkerMain() {}

    /// Takes no arguments.
    public static void main(String[] arguments) throws Exception {
        var in = new DataInputStream(new BufferedInputStream(System.in, BUFFER));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        System.setOut(System.err);
        try (var inference = new TypeScript();
                var thorough = new InProcessWorkshop(inference);
                var plain = new InProcessWorkshop(Inference.NONE)) {
            thorough.warmUp();
            out.writeInt(READY);
            out.flush();
            serve(requests(in), out, thorough, plain);
        }
    }

    /// Reads ahead, so that the end of the input is seen even while an inspection goes on.
    private static SynchronousQueue<Request> requests(DataInputStream in) {
        var requests = new SynchronousQueue<Request>();
        Thread.ofPlatform()
                .daemon()
                .name("requests")
                .start(() -> {
                    try {
                        while (true) {
                            requests.put(Frames.read(in, Request.class));
                        }
                    } catch (IOException | InterruptedException _) {
                        Runtime.getRuntime().halt(0);
                    }
                });
        return requests;
    }

    private static void serve(
            SynchronousQueue<Request> requests,
            DataOutputStream out,
            InProcessWorkshop thorough,
            InProcessWorkshop plain)
            throws IOException, InterruptedException {
        while (true) {
            var request = requests.take();
            var workshop = request.thorough() ? thorough : plain;
            try {
                Reply.write(out, inspected(workshop, request));
            } catch (WorkshopTrouble trouble) {
                Reply.write(out, trouble);
            } catch (RuntimeException bug) {
                bug.printStackTrace();
                Reply.write(out, new WorkshopTrouble("the inspection failed: " + bug));
            }
            out.flush();
        }
    }

    private static Inspection inspected(InProcessWorkshop workshop, Request request)
            throws WorkshopTrouble {
        return workshop.inspect(request.path(), request.order());
    }
}
