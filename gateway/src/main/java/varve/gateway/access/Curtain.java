package varve.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Readers;
import varve.contract.token.Grant;

/// What is private is not there for those who may not know of it. They are answered as if they had
/// asked for a name that nobody has, by the same code and after the same work, so neither the
/// answer nor the time it takes tells the two apart.
@Component
public class Curtain {
    private final Readers readers;

    Curtain(Readers readers) {
        this.readers = readers;
    }

    /// What somebody gets to see.
    public sealed interface View {
        /// Nothing private is named.
        record Open() implements View {}

        /// Something private is named that the caller may know of.
        record Private() implements View {}

        /// Something private is named that the caller may not know of.
        ///
        /// @param path to answer instead
        /// @param name to write where that path's answer names what nobody has
        record Hidden(String path, String name) implements View {}
    }

    /// @param path decoded
    /// @param caller asked for only if something private is named
    public View view(String path, Supplier<Caller> caller) {
        return Named.in(path).map(named -> view(path, named, caller)).orElse(new View.Open());
    }

    /// The caller of a request that reads files, which never fails for a bad credential: that would
    /// tell that there is something to be kept from them.
    public Supplier<Caller> reader(Callers callers, HttpServletRequest request) {
        return () -> {
            try {
                return caller(callers.known(request));
            } catch (Refused refused) {
                if (refused.refusal() instanceof Refusal.Unavailable) {
                    throw refused;
                }
                return new Caller(new Actor.Anonymous(), null, new Grant.Everything(), "", "");
            }
        };
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(Caller.class.getName()));
    }

    private View view(String path, Named named, Supplier<Caller> caller) {
        if (!readers.isPrivate(named.scope(), named.pkg())) {
            return new View.Open();
        }
        if (readers.mayKnow(named.scope(), named.pkg(), caller.get())) {
            return new View.Private();
        }
        boolean onlyPackage = named.isSolo() || !readers.isPrivate(named.scope(), null);
        var name = Optional.ofNullable(onlyPackage ? named.pkg() : null).orElse(named.scope());
        return new View.Hidden(named.without(path, onlyPackage), name);
    }
}
