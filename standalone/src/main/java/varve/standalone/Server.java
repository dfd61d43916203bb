package varve.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import varve.command.account.FirstStart;
import varve.command.account.Passwords;
import varve.command.account.Vault;
import varve.command.work.Hands;
import varve.contract.ReadBack;
import varve.eventlog.Commands;
import varve.eventlog.EventLog;
import varve.standalone.rooms.Begun;
import varve.standalone.rooms.Forgetting;
import varve.standalone.rooms.House;
import varve.standalone.rooms.Measures;
import varve.standalone.rooms.NpmKeys;
import varve.standalone.rooms.Parts;
import varve.standalone.rooms.Rooms;
import varve.standalone.servers.FreePorts;
import varve.standalone.servers.Servers;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.LiveSettings;
import varve.standalone.settings.Role;
import varve.standalone.settings.Settings;
import varve.standalone.upkeep.Backup;
import varve.standalone.upkeep.LogTransfer;
import varve.standalone.upkeep.Maintenance;
import varve.standalone.upkeep.MaintenanceEndpoint;
import varve.standalone.upkeep.Restoring;
import varve.standalone.upkeep.Verification;

/// A running registry.
public final class Server implements AutoCloseable {
    private static final String STAFF_TOKEN = "admin.token";

    /// Whoever reads the new token may use it at once.
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);

    private final ConfigurableApplicationContext context;
    private final Servers servers;
    private final HomeLock lock;

    private Server(ConfigurableApplicationContext context, Servers servers, HomeLock lock) {
        this.context = context;
        this.servers = servers;
        this.lock = lock;
    }

    /// What Boot finds by itself: the web server, JSON and nothing that touches the database.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @ImportAutoConfiguration
    static class Boot {}

    /// Serves until the process is told to stop.
    static void run(Settings settings) throws IOException {
        long begun = System.nanoTime();
        var server = start(settings);
        SpringApplication.getShutdownHandlers().add(server::closeServers);
        HangUp.rereads(server.context.getBean(LiveSettings.Reload.class));
        server.announce(settings, Duration.ofNanos(System.nanoTime() - begun));
    }

    /// Starts a registry within this program.
    ///
    /// @throws IOException when the home cannot be used
    public static Server start(Settings settings) throws IOException {
        var lock = HomeLock.take(settings.home());
        Servers servers;
        try {
            FreePorts.require(settings);
            servers = Servers.start(settings);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        try {
            var context = application(settings, servers).run();
            var server = new Server(context, servers, lock);
            server.begin(settings.home());
            return server;
        } catch (RuntimeException | IOException e) {
            servers.close();
            lock.close();
            BadSetting.within(e)
                    .ifPresent(bad -> {
                        throw bad;
                    });
            throw e;
        }
    }

    EventLog log() {
        return context.getBean(EventLog.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        closeServers();
    }

    private void begin(Path home) throws IOException {
        log().start();
        context.getBean(Forgetting.class).begin();
        if (context.getBeanNamesForType(Vault.class).length > 0) {
            var first =
                    new FirstStart(
                            context.getBean(Commands.class),
                            context.getBean(Vault.class),
                            context.getBean(Passwords.class));
            if (first.admit(home.resolve(STAFF_TOKEN))) {
                context.getBean(ReadBack.class).await(log().head(), KNOWN_WITHIN);
            }
        }
        context.getBeanProvider(Hands.class).forEach(Hands::start);
        context.getBean(Begun.class).over();
    }

    private void closeServers() {
        servers.close();
        lock.close();
    }

    private void announce(Settings settings, Duration took) {
        System.out.printf(
                """
                Varve is ready after %.1f s.
                  registry  %s
                  npm       %s
                  staff     the token in %s: sign in as 'admin' with it as the
                            password, or send it as 'Authorization: Bearer …'
                """,
                took.toMillis() / 1000.0,
                settings.addresses().registry(),
                settings.addresses().npm(),
                settings.home().resolve(STAFF_TOKEN));
    }

    private static SpringApplication application(Settings settings, Servers servers) {
        var sources = new ArrayList<Class<?>>();
        sources.add(House.class);
        sources.add(LiveSettings.class);
        sources.add(Parts.class);
        sources.add(Measures.class);
        sources.add(NpmKeys.class);
        sources.add(Begun.class);
        sources.add(Verification.class);
        sources.add(LogTransfer.class);
        sources.add(Forgetting.class);
        sources.add(Backup.class);
        sources.add(Restoring.class);
        sources.add(Maintenance.class);
        settings.roles().forEach(role -> sources.add(Rooms.of(role)));
        boolean web = settings.roles().contains(Role.GATEWAY);
        if (web) {
            sources.add(MaintenanceEndpoint.class);
        }
        sources.add(Boot.class);
        var application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setWebApplicationType(
                web ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("servers", servers);
        });
        return application;
    }

    private static Map<String, Object> properties(Settings settings) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", settings.listen());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "3s");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("spring.main.keep-alive", "true");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.jmx.enabled", "false");
        properties.put("server.compression.enabled", "true");
        properties.put("server.compression.mime-types", "text/html,application/json");
        properties.put("spring.web.resources.add-mappings", "false");
        return properties;
    }
}
