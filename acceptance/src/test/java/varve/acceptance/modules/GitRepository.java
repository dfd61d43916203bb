package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// A real repository, where the registry looks for it.
///
/// @param id that the forge knows it by
record GitRepository(Path folder, long id, String owner, String name) {
    /// A repository of an owner whom nobody knows yet.
    static GitRepository of(Land land) {
        return of(land, "luca" + fresh(), "testing");
    }

    static GitRepository of(Land land, String owner, String name) {
        try {
            var folder = Files.createDirectories(land.repositories().resolve(owner).resolve(name));
            var repository =
                    new GitRepository(
                            folder, ThreadLocalRandom.current().nextLong(1, 1L << 40), owner, name);
            repository.git("init", "-q");
            repository.git("config", "user.email", "luca@example.org");
            repository.git("config", "user.name", "Luca");
            repository.git("config", "commit.gpgsign", "false");
            return repository.file("mod.ts", "export const colour = \"red\";\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A repository that opens its door and then never says a word.
    static GitRepository silent(Land land) {
        var repository = of(land);
        try {
            Files.delete(repository.folder().resolve(".git/HEAD"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        repository.run("mkfifo", ".git/HEAD");
        return repository;
    }

    static String fresh() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    String fullName() {
        return owner + "/" + name;
    }

    /// The same repository under another name.
    GitRepository called(String newOwner, String newName) {
        return new GitRepository(folder, id, newOwner, newName);
    }

    GitRepository file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    GitRepository file(String path, byte[] content) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Commits all there is, under a tag.
    GitRepository tag(String tag) {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", tag);
        git("tag", tag);
        return this;
    }

    void git(String... words) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
