package varve.contract.modules;

import java.util.regex.Pattern;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.Text;

/// The name of a module, as it stands in addresses. Names that exist stay what they are; only new
/// ones have to keep to deno.land/x's rule, see {@link #mayBeNew()}.
public record ModuleName(String text) implements Text {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final Pattern NEW = Pattern.compile("[a-z0-9_]{3,40}");

    public ModuleName {
        if (!SHAPE.matcher(text).matches()) {
            throw new ModuleRefusal.NameNotValid(text).refused();
        }
    }

    /// @throws Refused when no module could ever have been called that
    public static ModuleName of(String text) {
        return new ModuleName(text);
    }

    /// Whether a module may be registered under this name: 3 to 40 of `a-z`, `0-9` and `_`.
    public boolean mayBeNew() {
        return NEW.matcher(text).matches();
    }

    /// The stream of its history in the log.
    public String stream() {
        return "module:" + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
