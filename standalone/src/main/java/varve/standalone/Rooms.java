package varve.standalone;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.Workshop;
import varve.artifacts.worker.WorkerSettings;
import varve.artifacts.worker.WorkerWorkshop;
import varve.blobs.Blobs;
import varve.command.CommandSide;
import varve.command.modules.BuildQueue;
import varve.command.modules.Builder;
import varve.command.npm.NpmPolicy;
import varve.command.publishing.Dependencies;
import varve.command.publishing.InspectionQueue;
import varve.command.publishing.Inspector;
import varve.command.work.Hands;
import varve.contract.PublicAddresses;
import varve.contract.ReadBack;
import varve.eventlog.Commands;
import varve.eventlog.States;
import varve.gateway.Gateway;
import varve.projections.Projections;
import varve.projections.search.Entries;
import varve.projections.search.PackageIndex;
import varve.query.QuerySide;
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
    static class Entrance {}

    @Configuration(proxyBeanMethods = false)
    @Import(CommandSide.class)
    static class Deciding {
        @Bean
        NpmPolicy npmPolicy(Settings settings) {
            return new NpmPolicy(settings.npm().createScopes());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(QuerySide.class)
    static class Answering {
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
        PackageIndex packageIndex(
                SearchClient client, Settings settings, Entries entries, ReadBack tables) {
            return new PackageIndex(client, settings.searchPrefix(), entries, tables);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Inspecting {
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
                InspectionQueue queue,
                Workshop workshop,
                Blobs blobs,
                Commands commands,
                PublicAddresses addresses,
                JsonMapper json,
                Settings settings) {
            var inspector =
                    new Inspector(
                            workshop, blobs, new Dependencies(blobs, json), commands, addresses);
            return new Hands<>(queue, inspector::inspect, settings.workers());
        }

        @Bean
        BuildQueue buildQueue(JdbcClient db) {
            return new BuildQueue(db);
        }

        @Bean(destroyMethod = "close")
        Hands<BuildQueue.Queued> builders(
                BuildQueue queue,
                Blobs blobs,
                States states,
                Commands commands,
                JsonMapper json,
                Settings settings) {
            var builder = new Builder(settings.forge(), blobs, states, commands, json);
            return new Hands<>(queue, builder::build, settings.workers());
        }
    }
}
