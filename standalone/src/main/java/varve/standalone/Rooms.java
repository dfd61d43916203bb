package varve.standalone;

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
import varve.artifacts.provenance.BundleVerifier;
import varve.artifacts.worker.WorkerSettings;
import varve.artifacts.worker.WorkerWorkshop;
import varve.blobs.Blobs;
import varve.command.CommandSide;
import varve.command.hook.Courier;
import varve.command.hook.HookPolicy;
import varve.command.hook.HookQueue;
import varve.command.modules.BuildQueue;
import varve.command.modules.Builder;
import varve.command.modules.Cleanup;
import varve.command.modules.ForgeApi;
import varve.command.modules.StarCounts;
import varve.command.modules.graph.DependencyGraph;
import varve.command.npm.NpmPolicy;
import varve.command.publishing.Dependencies;
import varve.command.publishing.Fallback;
import varve.command.publishing.InspectionQueue;
import varve.command.publishing.Inspector;
import varve.command.publishing.Uploads;
import varve.command.scope.ScopeTerms;
import varve.command.uplink.UplinkPolicy;
import varve.command.work.Chore;
import varve.command.work.Chores;
import varve.command.work.Hands;
import varve.contract.PublicAddresses;
import varve.contract.ReadBack;
import varve.contract.scope.ScopeQuota;
import varve.eventlog.Commands;
import varve.eventlog.Projection;
import varve.eventlog.States;
import varve.gateway.Gateway;
import varve.gateway.access.RateLimits;
import varve.gateway.shelf.LandAliases;
import varve.projections.Projections;
import varve.projections.search.Entries;
import varve.projections.search.Indexing;
import varve.projections.transparency.LogIdentity;
import varve.query.QuerySide;
import varve.query.search.ModuleSearch;
import varve.query.search.NamePrefixes;
import varve.query.search.Search;

/// The sides as a node can have them, one room for each role.
final class Rooms {
    private Rooms() {}

    static Class<?> of(Role role) {
        return switch (role) {
            case GATEWAY -> Entrance.class;
            case COMMAND -> Deciding.class;
            case QUERY -> Answering.class;
            case PROJECTIONS -> Remembering.class;
            case WORKERS -> Inspecting.class;
        };
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Gateway.class)
    static class Entrance {
        @Bean
        RateLimits.Terms rateLimitTerms(Settings settings) {
            return settings.rateLimits();
        }

        @Bean
        LandAliases landAliases(Settings settings) {
            return new LandAliases(settings.modules().aliases());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(CommandSide.class)
    static class Deciding {
        private static final int HOOKS_AT_ONCE = 16;

        @Bean
        BundleVerifier bundleVerifier(Settings settings) {
            return new BundleVerifier(settings.npm().trustRoot());
        }

        @Bean
        HookQueue hookQueue(JdbcClient db, JsonMapper json) {
            return new HookQueue(db, json);
        }

        @Bean
        HookPolicy hookPolicy(Settings settings) {
            return settings.npm().hooks();
        }

        @Bean(destroyMethod = "close")
        Hands<HookQueue.Delivery> couriers(HookQueue queue, Courier courier) {
            return new Hands<>(queue, delivery -> courier.bring(queue, delivery), HOOKS_AT_ONCE);
        }

        @Bean
        NpmPolicy npmPolicy(Settings settings) {
            return new NpmPolicy(settings.npm().createScopes());
        }

        @Bean
        ScopeTerms scopeTerms(Settings settings) {
            return settings.scopeTerms();
        }

        @Bean
        UplinkPolicy uplinkPolicy(Settings settings) {
            return settings.npm().uplinks();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(QuerySide.class)
    static class Answering {
        @Bean
        ModuleSearch moduleSearch(SearchClient client, Settings settings) {
            return new ModuleSearch(client, settings.searchPrefix());
        }

        @Bean
        ScopeQuota standardQuota(Settings settings) {
            return settings.scopeTerms().quota();
        }

        @Bean
        Search packageSearch(
                SearchClient client, Settings settings, NamePrefixes names, Clock clock) {
            return new Search(client, settings.searchPrefix(), names, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Projections.class)
    static class Remembering {
        @Bean
        Projection moduleIndex(
                SearchClient client, Settings settings, JdbcClient db, ReadBack tables) {
            return Indexing.ofModules(client, settings.searchPrefix(), db, tables);
        }

        @Bean
        Projection packageIndex(
                SearchClient client, Settings settings, Entries entries, ReadBack tables) {
            return Indexing.ofPackages(client, settings.searchPrefix(), entries, tables);
        }

        @Bean
        LogIdentity logIdentity(Settings settings, JdbcClient db) {
            return LogKeys.identity(settings, db);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Mailing.class)
    static class Inspecting {
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
            return new WorkerWorkshop(WorkerSettings.of(settings.workers()));
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
                Settings settings) {
            var inspector =
                    new Inspector(
                            workshop,
                            blobs,
                            new Dependencies(
                                    blobs, json, states, settings.fallback().map(Fallback::new)),
                            commands,
                            addresses,
                            new Uploads(db, blobs));
            return new Hands<>(queue, inspector::inspect, settings.workers());
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
                            care.github(),
                            settings.forge(),
                            care.githubToken().orElse(null),
                            clock);
            return new Chore("star-counts", DAY, new StarCounts(db, api, commands)::count);
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
            return new Hands<>(queue, builder::build, settings.workers());
        }
    }
}
