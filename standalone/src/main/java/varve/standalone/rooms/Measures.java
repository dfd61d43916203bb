package varve.standalone.rooms;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import varve.artifacts.Workshop;
import varve.artifacts.worker.WorkerWorkshop;
import varve.command.work.JobQueue;
import varve.eventlog.EventLog;
import varve.eventlog.Projection;

/// What is measured besides the machine: what an operator would want to be woken for.
@Configuration(proxyBeanMethods = false)
public class Measures {
    @Bean
    InitializingBean machineMeasures(PrometheusMeterRegistry meters) {
        return () -> {
            new JvmMemoryMetrics().bindTo(meters);
            new JvmGcMetrics().bindTo(meters);
            new ProcessorMetrics().bindTo(meters);
        };
    }

    @Bean
    InitializingBean logMeasures(
            PrometheusMeterRegistry meters, EventLog log, List<Projection> projections) {
        return () -> {
            var append =
                    Timer.builder("varve.log.append")
                            .description("from the wish to append until the facts are durable")
                            .publishPercentileHistogram()
                            .minimumExpectedValue(Duration.ofMillis(1))
                            .maximumExpectedValue(Duration.ofSeconds(10))
                            .register(meters);
            log.timed(nanos -> append.record(Duration.ofNanos(nanos)));
            Gauge.builder("varve.log.append.waiting", log, EventLog::waiting)
                    .description("appends that wait on this node")
                    .register(meters);
            Gauge.builder("varve.log.head", log, EventLog::head)
                    .description("position of the last fact")
                    .register(meters);
            Gauge.builder("varve.dead.letters", () -> log.deadLetters().size())
                    .description("facts that a projection could not take in")
                    .register(meters);
            projections.forEach(projection -> measure(projection.name(), meters, log));
        };
    }

    private static void measure(String projection, PrometheusMeterRegistry meters, EventLog log) {
        Gauge.builder("varve.projection.position", () -> log.position(projection))
                .description("how far a projection has read")
                .tag("projection", projection)
                .register(meters);
        Gauge.builder("varve.projection.lag", () -> log.head() - log.position(projection))
                .description("facts that a projection has yet to read")
                .tag("projection", projection)
                .register(meters);
    }

    @Bean
    InitializingBean workMeasures(
            PrometheusMeterRegistry meters,
            List<JobQueue<?>> queues,
            ObjectProvider<Workshop> workshop) {
        return () -> {
            for (var queue : queues) {
                Gauge.builder("varve.jobs.waiting", () -> queue.leases().waiting())
                        .description("jobs that are not done")
                        .tag("queue", queue.name())
                        .register(meters);
            }
            workshop.ifAvailable(found -> {
                if (found instanceof WorkerWorkshop workers) {
                    FunctionCounter.builder("varve.worker.deaths", workers, WorkerWorkshop::deaths)
                            .description("children of the workshop that died at work")
                            .register(meters);
                }
            });
        };
    }
}
