package varve.standalone.rooms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.Workshop;
import varve.artifacts.imports.ImportProcess;
import varve.artifacts.imports.ImportReader;
import varve.artifacts.worker.WorkerSettings;
import varve.artifacts.worker.WorkerWorkshop;
import varve.blobs.Blobs;
import varve.command.advisory.AdvisoryFeed;
import varve.command.modules.BuildQueue;
import varve.command.modules.Builder;
import varve.command.modules.Cleanup;
import varve.command.modules.ForgeApi;
import varve.command.modules.StarCounts;
import varve.command.modules.graph.DependencyGraph;
import varve.command.publishing.Dependencies;
import varve.command.publishing.Fallback;
import varve.command.publishing.InspectionQueue;
import varve.command.publishing.Inspector;
import varve.command.publishing.Uploads;
import varve.command.work.Chore;
import varve.command.work.Chores;
import varve.command.work.Hands;
import varve.contract.PublicAddresses;
import varve.eventlog.Commands;
import varve.eventlog.States;
import varve.standalone.settings.Settings;

/// The room of the workers: what looks into uploads, builds modules, and what comes round again.
@Configuration(proxyBeanMethods = false)
@Import(Mailing.class)
class Inspecting {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ONE_MODULE = Duration.ofSeconds(10);
    private static final int CHORES_AT_ONCE = 4;

    @Bean
    InspectionQueue inspectionQueue(JdbcClient db) {
        return new InspectionQueue(db);
    }

    @Bean(destroyMethod = "close")
    Workshop workshop(Settings settings) {
        return new WorkerWorkshop(WorkerSettings.of(settings.inspections().atOnce()));
    }

    @Bean(destroyMethod = "close")
    Hands<InspectionQueue.Inspectable> inspectors(
            JdbcClient db,
            InspectionQueue queue,
            Workshop workshop,
            Blobs blobs,
            Commands commands,
            States states,
            PublicAddresses addresses,
            JsonMapper json,
            Settings settings,
            Clock clock) {
        var inspector =
                new Inspector(
                        workshop,
                        blobs,
                        new Dependencies(
                                blobs,
                                json,
                                states,
                                settings.inspections().fallback().map(Fallback::new)),
                        commands,
                        states,
                        addresses,
                        new Uploads(db, blobs),
                        settings.inspections().patience(),
                        clock);
        return new Hands<>(queue, inspector::inspect, settings.inspections().atOnce());
    }

    @Bean
    Chore uploadSweep(JdbcClient db, Blobs blobs) {
        var uploads = new Uploads(db, blobs);
        return new Chore("upload-sweep", HOUR, () -> uploads.sweep() + " taken away");
    }

    @Bean
    Chore starCounts(JdbcClient db, Commands commands, Settings settings, Clock clock) {
        var care = settings.modules();
        var api =
                new ForgeApi(
                        care.github(), settings.forge(), care.githubToken().orElse(null), clock);
        return new Chore("star-counts", DAY, new StarCounts(db, api, commands)::count);
    }

    @Bean
    Chore advisories(AdvisoryFeed feed) {
        return new Chore("advisories", DAY, () -> feed.fetch(_ -> {}));
    }

    @Bean
    Chore moduleCleanup(JdbcClient db, Commands commands, Settings settings, Clock clock) {
        var cleanup = new Cleanup(db, commands, clock, settings.modules().dryRun());
        return new Chore("module-cleanup", DAY, cleanup::run);
    }

    @Bean(destroyMethod = "close")
    Hands<Chores.Due> chores(JdbcClient db, List<Chore> all) {
        var chores = new Chores(db, all);
        return new Hands<>(chores, chores::perform, CHORES_AT_ONCE);
    }

    @Bean
    BuildQueue buildQueue(JdbcClient db) {
        return new BuildQueue(db);
    }

    @Bean(destroyMethod = "close")
    ImportReader importReader() {
        return new ImportProcess(System.getProperty("java.class.path"), ONE_MODULE);
    }

    @Bean(destroyMethod = "close")
    Hands<BuildQueue.Queued> builders(
            BuildQueue queue,
            ImportReader imports,
            Blobs blobs,
            States states,
            Commands commands,
            JsonMapper json,
            Settings settings) {
        var builder =
                new Builder(
                        settings.forge(),
                        blobs,
                        states,
                        commands,
                        json,
                        new DependencyGraph(
                                settings.addresses().registry(),
                                settings.modules().aliases(),
                                blobs,
                                imports,
                                json));
        return new Hands<>(queue, builder::build, settings.inspections().atOnce());
    }
}
