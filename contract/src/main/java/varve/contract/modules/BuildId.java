package varve.contract.modules;

import java.util.regex.Pattern;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.Text;

/// One attempt to publish a version of a module: 24 hexadecimal digits.
public record BuildId(String text) implements Text {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{24}");

    public BuildId {
        if (!SHAPE.matcher(text).matches()) {
            throw new ModuleRefusal.BuildIdNotValid().refused();
        }
    }

    /// @throws Refused when the text is not a build's id
    public static BuildId of(String text) {
        return new BuildId(text);
    }
}
