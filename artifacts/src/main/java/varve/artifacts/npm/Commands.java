package varve.artifacts.npm;

import java.nio.charset.StandardCharsets;
import varve.artifacts.engine.Printed;

/// What makes a program of a module: its first line says that Node.js runs it.
final class Commands {
    private static final String FIRST_LINE = "#!/usr/bin/env node";

    private Commands() {}

    /// Puts the line in place of a first line that names another program, so that all others stay
    /// where they are; otherwise in the place of nothing before them.
    static byte[] program(byte[] script) {
        var text = new String(script, StandardCharsets.UTF_8);
        return (FIRST_LINE + "\n" + (hasFirstLine(text) ? rest(text) : text))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The mappings of a script of which a program is made: a line that is put before the others
    /// moves them down by one.
    static String mappings(Printed script) {
        return hasFirstLine(script.code()) ? script.mappings() : ";" + script.mappings();
    }

    private static boolean hasFirstLine(String text) {
        return text.startsWith("#!");
    }

    private static String rest(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }
}
