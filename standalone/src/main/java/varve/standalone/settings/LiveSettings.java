package varve.standalone.settings;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import varve.command.notice.Notice;
import varve.command.npm.NpmPolicy;
import varve.command.uplink.UplinkPolicy;
import varve.contract.Live;
import varve.contract.pkg.NameRules;
import varve.query.pages.Theme;

/// What a running registry takes anew when the operator says so.
@Configuration(proxyBeanMethods = false)
public class LiveSettings {
    @Bean
    Live<NameRules> nameRules(Settings settings) {
        return new Live<>(settings.npm().rules());
    }

    @Bean
    Live<UplinkPolicy.Terms> uplinkTerms(Settings settings) {
        return new Live<>(settings.npm().uplinks());
    }

    @Bean
    Live<List<Notice>> notices(Settings settings) {
        return new Live<>(settings.npm().notices());
    }

    @Bean
    Live<NpmPolicy> npmPolicy(Settings settings) {
        return new Live<>(new NpmPolicy(settings.npm().createScopes()));
    }

    @Bean
    Live<Theme> theme(Settings settings) {
        return new Live<>(settings.theme());
    }

    @Bean
    Reload reload(
            Settings settings,
            Live<NameRules> rules,
            Live<UplinkPolicy.Terms> uplinks,
            Live<List<Notice>> notices,
            Live<NpmPolicy> npm,
            Live<Theme> theme) {
        var held = new Live<>(settings);
        return out -> {
            var before = held.now();
            var now = Settings.of(before.given().environment());
            rules.become(now.npm().rules());
            uplinks.become(now.npm().uplinks());
            notices.become(now.npm().notices());
            npm.become(new NpmPolicy(now.npm().createScopes()));
            theme.become(now.theme());
            held.become(now);
            out.println("read the settings again");
            tell("needs a new start", settings.given(), now.given(), out);
        };
    }

    /// Reads the settings again.
    @FunctionalInterface
    public interface Reload {
        /// @throws BadSetting when they cannot be used; the old ones go on holding
        void run(PrintStream out);
    }

    private static void tell(String what, Given before, Given now, PrintStream out) {
        var waiting =
                now.unlike(before).stream()
                        .filter(setting -> !setting.isLive())
                        .map(Setting::key)
                        .collect(Collectors.joining(", "));
        if (!waiting.isEmpty()) {
            out.println(waiting + " " + what);
        }
    }
}
