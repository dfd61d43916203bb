package varve.contract.token;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A secret on its way from where it was made to the one page that shows it, with the request that
/// asked for it.
public record FreshSecret(String text) {
    private static final String ATTRIBUTE = FreshSecret.class.getName();

    /// @param request takes attributes
    public void attachTo(BiConsumer<String, Object> request) {
        request.accept(ATTRIBUTE, this);
    }

    /// @param request gives attributes
    public static Optional<FreshSecret> from(Function<String, @Nullable Object> request) {
        return request.apply(ATTRIBUTE) instanceof FreshSecret secret
                ? Optional.of(secret)
                : Optional.empty();
    }

    /// Secrets stay out of logs.
    @Override
    public String toString() {
        return "FreshSecret[…]";
    }
}
