package varve.command.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import varve.contract.modules.Subdir;

/// One tag of one repository, fetched into a folder of its own. Its files are never written there
/// as they are called: they are read out of git's own store, so that neither links nor names nor
/// filters of the repository reach the file system.
final class Checkout implements AutoCloseable {
    /// How git says that trying again would not help.
    private static final List<String> HOPELESS =
            List.of(
                    "couldn't find remote ref",
                    "does not appear to be a git repository",
                    "not found",
                    "Authentication failed",
                    "could not read Username",
                    "terminal prompts disabled");

    private static final int MOST_SWEEPS = 20;

    private final Path folder;
    private final Git git;
    private final String commit;
    private final AtomicLong files = new AtomicLong();

    private Checkout(Path folder, Git git, String commit) {
        this.folder = folder;
        this.git = git;
        this.commit = commit;
    }

    /// Fetches what the tag means now, without history.
    ///
    /// @param lastTry whether trouble with the forge is now the author's to know
    /// @throws Flaw when there is no such tag, or it cannot be had
    static Checkout fetch(Forge forge, BuildQueue.Queued job, boolean lastTry)
            throws IOException, Flaw {
        var folder = Files.createTempDirectory("varve-git-");
        try {
            var git = Git.in(folder, forge.patience());
            git.run("init", "-q", "--bare", "repository");
            git.run(
                    "-C",
                    "repository",
                    "fetch",
                    "-q",
                    "--depth=1",
                    "--no-tags",
                    "--no-recurse-submodules",
                    "--",
                    forge.address(job.repository()),
                    "+refs/tags/" + job.tag().text() + ":refs/tags/wanted");
            var commit =
                    text(
                            git.run(
                                    "-C",
                                    "repository",
                                    "rev-parse",
                                    "--verify",
                                    "refs/tags/wanted^{commit}"));
            return new Checkout(folder, git, commit);
        } catch (Git.Failed e) {
            remove(folder);
            if (lastTry || isHopeless(e)) {
                throw uncloneable(forge, job);
            }
            throw e;
        } catch (Git.TooSlow _) {
            remove(folder);
            throw uncloneable(forge, job);
        } catch (IOException | RuntimeException e) {
            remove(folder);
            throw e;
        }
    }

    String commit() {
        return commit;
    }

    /// All that is in the tag, or in one folder of it.
    ///
    /// @throws Git.Failed when there is no such folder
    byte[] list(@Nullable Subdir subdir) throws IOException {
        var tree = subdir == null ? commit : commit + ":" + subdir.path();
        return git.run("-C", "repository", "ls-tree", "-r", "-t", "-z", "-l", "--full-tree", tree);
    }

    /// The contents of files, one after another.
    FileContents contents() throws IOException {
        return new FileContents(git.talk("-C", "repository", "cat-file", "--batch"));
    }

    /// Where something may be kept until this is closed.
    Path newFile() {
        return folder.resolve("file-" + files.incrementAndGet());
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    private static boolean isHopeless(Git.Failed trouble) {
        var complaint = String.valueOf(trouble.getMessage());
        return HOPELESS.stream().anyMatch(complaint::contains);
    }

    private static Flaw uncloneable(Forge forge, BuildQueue.Queued job) {
        return new Flaw(
                "Failed to clone git repository "
                        + forge.shown(job.repository())
                        + " at tag "
                        + job.tag().text());
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.US_ASCII).strip();
    }

    /// Git may take a moment to die, and still writes in that moment.
    private static void remove(Path folder) throws IOException {
        for (int left = MOST_SWEEPS; ; left--) {
            try {
                sweep(folder);
                return;
            } catch (IOException | UncheckedIOException e) {
                if (left == 0) {
                    throw new IOException("cannot remove " + folder, e);
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static void sweep(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
