package varve.query.pages.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import varve.query.pages.Theme;

/// Draws a picture in a Java runtime of its own, and tells the libraries that it took.
final class DrawnAlone {
    private DrawnAlone() {}

    public static void main(String[] args) throws IOException {
        var preview = new Preview("Varve", "@luca/", "flag", "1.0.0", "Red flags", List.of("jsr"));
        System.out.println(Picture.of(preview, Theme.OWN).getWidth() + " wide");
        Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.endsWith(".so"))
                .map(line -> line.replaceFirst(".*/", ""))
                .distinct()
                .forEach(System.out::println);
    }
}
