package varve.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Run;

/// The browser looks at every page: whoever adds one adds a scene.
class ScenesTest {
    private static final Path SCRIPTS = Path.of("browser").toAbsolutePath();

    /// A part of a page.
    private static final Set<String> NO_PAGES = Set.of("ResultsPage.suggest");

    @Test
    void every_page_has_a_scene() {
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(60);
        var seen = new HashSet<String>();
        for (var address : scenes()) {
            var path = PathContainer.parsePath(address.replaceFirst("[?#].*", ""));
            routes.entrySet().stream()
                    .filter(route -> route.getKey().matches(path))
                    .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .map(Map.Entry::getValue)
                    .ifPresent(seen::add);
        }
        assertThat(new HashSet<>(routes.values())).containsExactlyInAnyOrderElementsOf(seen);
    }

    /// The methods that answer with pages, by the addresses they answer at.
    private static Map<PathPattern, String> routes() {
        var routes = new TreeMap<PathPattern, String>();
        var parser = new PathPatternParser();
        new ClassFileImporter()
                .importPackages("varve.query.pages").stream()
                        .filter(of -> of.getSimpleName().matches(".+Pages?"))
                        .map(JavaClass::reflect)
                        .flatMap(of -> Arrays.stream(of.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(GetMapping.class))
                        .filter(method -> !NO_PAGES.contains(named(method)))
                        .forEach(method -> {
                            for (var path : method.getAnnotation(GetMapping.class).value()) {
                                routes.put(parser.parse(path), named(method));
                            }
                        });
        return routes;
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static List<String> scenes() {
        var run =
                Run.in(SCRIPTS, Map.of(), Duration.ofSeconds(30), List.of("node", "scenes.mjs"))
                        .succeeds();
        return new JsonMapper().readValue(run.output(), new TypeReference<List<String>>() {});
    }
}
