package varve.standalone.rooms;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import varve.contract.Part;

/// The start itself. It is over when the projections read and the operator's token lies in its
/// file, a moment after the ports are open.
@Component
@Order(0)
public final class Begun implements Part {
    private volatile boolean begun;

    public void over() {
        begun = true;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean vital() {
        return true;
    }

    @Override
    public Optional<String> trouble() {
        return begun ? Optional.empty() : Optional.of("still starting");
    }
}
