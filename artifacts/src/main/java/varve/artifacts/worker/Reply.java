package varve.artifacts.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Inspection;
import varve.artifacts.StoredFile;
import varve.artifacts.WorkshopTrouble;
import varve.contract.docs.Merits;
import varve.contract.publishing.Contents;
import varve.contract.publishing.FilePath;

/// What the child answers. After a sound verdict the bytes follow: of every file, of the version's
/// meta file, of the npm tarball, of the documentation.
///
/// @param code of the fault, absent if there is none
/// @param trouble of the child itself, absent if there is none
record Reply(
        @Nullable String code,
        @Nullable String message,
        @Nullable String trouble,
        List<FileHead> files,
        @Nullable Contents contents,
        @Nullable Merits merits) {

    record FileHead(String path, String sha256, @Nullable String contentType) {}

    static void write(DataOutputStream out, Inspection inspection) throws IOException {
        switch (inspection) {
            case Inspection.Faulty(var code, var message) ->
                    Frames.write(out, new Reply(code, message, null, List.of(), null, null));
            case Inspection.Sound sound -> write(out, sound);
        }
    }

    private static void write(DataOutputStream out, Inspection.Sound sound) throws IOException {
        var heads =
                sound.files().stream()
                        .map(file ->
                                new FileHead(file.path().text(), file.sha256(), file.contentType()))
                        .toList();
        Frames.write(out, new Reply(null, null, null, heads, sound.contents(), sound.merits()));
        for (var file : sound.files()) {
            Frames.write(out, file.bytes());
        }
        Frames.write(out, sound.versionMeta());
        Frames.write(out, sound.npmTarball());
        Frames.write(out, sound.documentation());
    }

    static void write(DataOutputStream out, WorkshopTrouble trouble) throws IOException {
        Frames.write(out, new Reply(null, null, trouble.toString(), List.of(), null, null));
    }

    static Inspection read(DataInputStream in) throws IOException, WorkshopTrouble {
        var reply = Frames.read(in, Reply.class);
        if (reply.trouble() != null) {
            throw new WorkshopTrouble(reply.trouble());
        }
        if (reply.code() != null && reply.message() != null) {
            return new Inspection.Faulty(reply.code(), reply.message());
        }
        if (reply.contents() == null || reply.merits() == null) {
            throw new IOException("a reply without a verdict");
        }
        var files = new ArrayList<StoredFile>();
        for (var head : reply.files()) {
            files.add(
                    new StoredFile(
                            FilePath.of(head.path()),
                            Frames.read(in),
                            head.sha256(),
                            head.contentType()));
        }
        return new Inspection.Sound(
                files,
                Frames.read(in),
                Frames.read(in),
                Frames.read(in),
                reply.contents(),
                reply.merits());
    }
}
