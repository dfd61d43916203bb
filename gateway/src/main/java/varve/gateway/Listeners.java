package varve.gateway;

import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/// The two ports. Both take paths as the protocols write them: an encoded slash between npm's scope
/// and name, and the characters that JSR allows in file names.
///
/// @param address to listen on, for example `127.0.0.1`
public record Listeners(String address, int registryPort, int npmPort) {
    /// Larger than the largest upload, so that a refused one is read to its end and the client gets
    /// to see why.
    private static final int SWALLOWED = 32 << 20;

    private static final String ALLOWED_IN_PATHS = "[]{}|^\"<>`\\";

    void openOn(TomcatServletWebServerFactory server) {
        server.setPort(registryPort);
        server.addConnectorCustomizers(Listeners::acceptPaths);
        // the door goes on writing after an error page was made for it
        server.addContextCustomizers(
                context -> context.setSuspendWrappedResponseAfterForward(false));
        var npm = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        npm.setPort(npmPort);
        npm.setProperty("address", address);
        acceptPaths(npm);
        server.addAdditionalConnectors(npm);
    }

    private static void acceptPaths(Connector connector) {
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setProperty("relaxedPathChars", ALLOWED_IN_PATHS);
        connector.setProperty("relaxedQueryChars", ALLOWED_IN_PATHS);
        connector.setProperty("maxSwallowSize", String.valueOf(SWALLOWED));
        connector.setProperty("server", "varve");
    }
}
