package varve.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.bootstrap.BootstrapInfo;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Starts a node and ends it when standard input ends, which is what happens when the parent closes
/// it or dies. A Ctrl-C at the terminal is the parent's to answer.
public final class ChildNode {
    private static final long SECONDS_TO_CLOSE = 10;

    private ChildNode() {}

    /// The first argument is the folder of configuration files, the second a file that is deleted
    /// as soon as the node is closed, and each other one a setting (`name=value`). The process
    /// outlives the node where the virtual machine saves its loaded classes for the next start.
    public static void main(String[] arguments) throws Exception {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        BootstrapInfo.init();
        var environment = new Environment(settings(arguments), Path.of(arguments[0]));
        configureLogging(environment);
        var node = new Node(environment, plugins(environment));
        node.start();
        awaitEndOfInput();
        node.prepareForClose();
        node.close();
        node.awaitClose(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        Files.deleteIfExists(Path.of(arguments[1]));
        System.exit(0);
    }

    private static Settings settings(String[] arguments) {
        var settings = Settings.builder();
        for (int i = 2; i < arguments.length; i++) {
            var equals = arguments[i].indexOf('=');
            settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        return settings.build();
    }

    private static void configureLogging(Environment environment) throws IOException {
        LogConfigurator.registerErrorListener();
        LogConfigurator.setClusterName(environment.settings().get("cluster.name"));
        LogConfigurator.setNodeName(environment.settings().get("node.name"));
        LogConfigurator.configure(environment, true);
    }

    /// Exports of named modules can be given to plugins only where the server itself is one, which
    /// it is not on a class path.
    private static PluginsLoader plugins(Environment environment) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of(),
                Node.class.getModule().isNamed());
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // whatever is said, only the end counts
        }
    }
}
