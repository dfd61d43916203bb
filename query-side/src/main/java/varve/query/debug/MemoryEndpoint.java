package varve.query.debug;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Rights;

/// How much memory this node uses. There is no dump of it as JSR has one: it would hold tokens and
/// passwords that are being checked.
@RestController
class MemoryEndpoint {
    /// In bytes.
    ///
    /// @param most that there can be; -1 when there is no bound
    record Memory(long used, long committed, long most) {
        static Memory of(MemoryUsage usage) {
            return new Memory(usage.getUsed(), usage.getCommitted(), usage.getMax());
        }
    }

    record MemoryStats(Memory heap, Memory outsideHeap, int threads) {}

    private final Rights rights;

    MemoryEndpoint(Rights rights) {
        this.rights = rights;
    }

    @GetMapping("/api/debug/mem_stats")
    MemoryStats memory(Caller caller) {
        rights.staff(caller);
        var memory = ManagementFactory.getMemoryMXBean();
        return new MemoryStats(
                Memory.of(memory.getHeapMemoryUsage()),
                Memory.of(memory.getNonHeapMemoryUsage()),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
