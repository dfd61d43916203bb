package varve.standalone.rooms;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.provenance.BundleVerifier;
import varve.artifacts.provenance.JsrBundleVerifier;
import varve.command.CommandSide;
import varve.command.hook.Courier;
import varve.command.hook.HookPolicy;
import varve.command.hook.HookQueue;
import varve.command.notice.Crier;
import varve.command.notice.Notice;
import varve.command.notice.NoticeQueue;
import varve.command.scope.ScopeTerms;
import varve.command.uplink.UplinkPolicy;
import varve.command.work.Hands;
import varve.contract.Live;
import varve.contract.ReadBack;
import varve.contract.pkg.NameRules;
import varve.contract.scope.ScopeQuota;
import varve.gateway.Gateway;
import varve.gateway.access.RateLimits;
import varve.gateway.shelf.LandAliases;
import varve.projections.Projections;
import varve.projections.search.Entries;
import varve.projections.search.IndexWatch;
import varve.projections.search.Indexing;
import varve.projections.transparency.LogIdentity;
import varve.query.QuerySide;
import varve.query.search.ModuleSearch;
import varve.query.search.NamePrefixes;
import varve.query.search.Search;
import varve.standalone.servers.SearchClient;
import varve.standalone.settings.Role;
import varve.standalone.settings.Settings;

/// The sides as a node can have them, one room for each role.
public final class Rooms {
    private Rooms() {}

    public static Class<?> of(Role role) {
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
        private static final int NOTICES_AT_ONCE = 4;

        @Bean
        BundleVerifier bundleVerifier(Settings settings) {
            return new BundleVerifier(settings.npm().trustRoot());
        }

        @Bean
        JsrBundleVerifier jsrBundleVerifier(Settings settings, Clock clock) {
            return new JsrBundleVerifier(settings.npm().trustRoot(), clock);
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
        NoticeQueue noticeQueue(JdbcClient db, Live<List<Notice>> notices, Clock clock) {
            return new NoticeQueue(db, notices, clock);
        }

        @Bean(destroyMethod = "close")
        Hands<NoticeQueue.Delivery> criers(NoticeQueue queue, Crier crier) {
            return new Hands<>(queue, delivery -> crier.tell(queue, delivery), NOTICES_AT_ONCE);
        }

        @Bean
        ScopeTerms scopeTerms(Settings settings) {
            return settings.scopeTerms();
        }

        @Bean
        UplinkPolicy uplinkPolicy(Live<UplinkPolicy.Terms> terms, Live<NameRules> rules) {
            return new UplinkPolicy(terms, rules);
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
                SearchClient client,
                Settings settings,
                ModuleSearch modules,
                NamePrefixes names,
                Clock clock) {
            return new Search(client, settings.searchPrefix(), modules, names, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Projections.class)
    static class Remembering {
        @Bean
        Indexing<?> moduleIndex(
                SearchClient client, Settings settings, JdbcClient db, ReadBack tables) {
            return Indexing.ofModules(client, settings.searchPrefix(), db, tables);
        }

        @Bean
        Indexing<?> packageIndex(
                SearchClient client, Settings settings, Entries entries, ReadBack tables) {
            return Indexing.ofPackages(client, settings.searchPrefix(), entries, tables);
        }

        @Bean(initMethod = "start", destroyMethod = "close")
        IndexWatch indexWatch(List<Indexing<?>> indexes) {
            return new IndexWatch(indexes);
        }

        @Bean
        LogIdentity logIdentity(Settings settings, JdbcClient db) {
            return LogKeys.identity(settings, db);
        }
    }
}
