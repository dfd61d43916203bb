package varve.contract.pkg;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import varve.contract.Caller;

/// Who may know of what is private. The door asks for every request that names something, so this
/// is answered from memory; when it cannot be, nobody may.
public interface Readers {
    /// Whether there is anything here that not everybody may know of.
    ///
    /// @param scope as somebody wrote it, whether or not there is such a scope
    /// @param pkg absent for the scope itself
    /// @throws varve.contract.Refused with `Unavailable` when nobody can say
    boolean isPrivate(String scope, @Nullable String pkg);

    /// Whether this caller may know of it, should it be private.
    ///
    /// @throws varve.contract.Refused with `Unavailable` when nobody can say
    boolean mayKnow(String scope, @Nullable String pkg, Caller caller);

    /// Names of packages that this caller may know of as far as the operator's rules go, whether or
    /// not there is anything private among them.
    NameFilter shownTo(Caller caller);

    /// The same for everybody.
    NameFilter shownToAll();

    /// Waits until this node has heard of all facts up to a position.
    ///
    /// @return false when the time was up first
    boolean await(long position, Duration atMost);
}
