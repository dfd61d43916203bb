package varve.standalone.upkeep.verdaccio;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.command.npm.Intake;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// Takes over what was published to a Verdaccio: packages with versions, tags and deprecations, its
/// people, and who may publish what. What Verdaccio had only fetched from elsewhere is left to
/// uplinks. It may be run again: what is here already is passed by.
public final class VerdaccioImport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Intake intake;
    private final Newcomers newcomers;
    private final Predicate<String> isClosed;
    private final PrintStream out;
    private final Caller caller = Caller.registry("verdaccio", UUID.randomUUID().toString());
    private int packages;
    private int versions;
    private long last;

    /// @param isClosed whether rules of this registry keep a name from some
    /// @param out is told what could not be taken over
    public VerdaccioImport(
            Intake intake, Newcomers newcomers, Predicate<String> isClosed, PrintStream out) {
        this.isClosed = isClosed;
        this.intake = intake;
        this.newcomers = newcomers;
        this.out = out;
    }

    /// @param storage the folder, or a copy of the bucket
    /// @throws IOException when it is no storage of Verdaccio's
    public void run(Path configuration, Path storage) throws IOException {
        var config = VerdaccioConfig.read(configuration);
        for (var person : config.people()) {
            if (!newcomers.register(person.name(), person.hash(), caller)) {
                out.println(person + ": cannot sign in with the old name and password");
            }
        }
        for (var name : listed(storage)) {
            try {
                take(name, config, storage);
            } catch (Refused | JacksonException e) {
                out.println(name + ": " + reason(e));
            }
        }
        out.printf("took over %d packages with %d versions%n", packages, versions);
        out.println("rules: VARVE_NPM_RULES=" + configuration.toAbsolutePath());
        config.uplinks()
                .forEach((name, url) -> out.printf("uplink: VARVE_UPLINKS='%s %s'%n", name, url));
    }

    /// What was published there, not what was only fetched.
    private static List<String> listed(Path storage) throws IOException {
        for (var file : List.of(".verdaccio-db.json", "verdaccio-s3-db.json")) {
            if (Files.exists(storage.resolve(file))) {
                var names = new ArrayList<String>();
                JSON.readTree(Files.readAllBytes(storage.resolve(file)))
                        .path("list")
                        .forEach(name -> names.add(name.asString("")));
                return names;
            }
        }
        throw new IOException(
                storage + " is no storage of Verdaccio's: it has no list of packages");
    }

    private void take(String name, VerdaccioConfig config, Path storage) throws IOException {
        var pkg = PackageRef.of(name);
        var rule = config.rule(name);
        if (rule.isEmpty() || (!rule.get().isReadByAll() && !isClosed.test(name))) {
            out.println(
                    name
                            + ": left out, since not everybody may read it; it is taken over once"
                            + " VARVE_NPM_RULES says so here");
            return;
        }
        var folder = storage.resolve(rule.get().folder()).resolve(name).normalize();
        if (!folder.startsWith(storage) || Files.notExists(folder.resolve("package.json"))) {
            out.println(name + ": there is nothing of it");
            return;
        }
        var document = JSON.readTree(Files.readAllBytes(folder.resolve("package.json")));
        var people = rule.get().publishers(config.names());
        intake.open(pkg, newcomers.owner(people.isEmpty() ? null : people.getFirst()), caller);
        newcomers.join(pkg.scope(), people, caller);
        versions(pkg, document, folder);
        tags(pkg, document);
        packages++;
    }

    private void versions(PackageRef pkg, JsonNode document, Path folder) throws IOException {
        var numbers =
                document.path("versions").propertyNames().stream()
                        .map(VersionNumber::of)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        for (var number : numbers) {
            var ref = new VersionRef(pkg, number);
            var file = folder.resolve(pkg.name().text() + "-" + number.text() + ".tgz");
            if (Files.notExists(file)) {
                out.println(ref + ": its tarball is missing");
                continue;
            }
            var manifest = (ObjectNode) document.path("versions").path(number.text());
            try {
                versions += intake.take(ref, manifest, file, caller) ? 1 : 0;
            } catch (Refused e) {
                out.println(ref + ": " + reason(e));
            }
        }
    }

    private void tags(PackageRef pkg, JsonNode document) {
        document.path("dist-tags")
                .forEachEntry((tag, version) -> {
                    if (document.path("versions").has(version.asString(""))) {
                        last = intake.tag(pkg, TagName.of(tag), version.asString(), caller);
                    }
                });
    }

    /// Up to which position facts must be read before all of it can be installed.
    public long last() {
        return last;
    }

    private static String reason(Exception e) {
        return e instanceof Refused refused
                ? refused.refusal().toString()
                : String.valueOf(e.getMessage());
    }

    /// The people of a Verdaccio.
    public interface Newcomers {
        /// @param hash of their password
        /// @return whether they sign in as they did there
        boolean register(String name, String hash, Caller caller);

        /// @param name absent for whoever runs the registry
        UserId owner(@Nullable String name);

        void join(ScopeName scope, List<String> people, Caller caller);

        /// Always the same for the same name, so that nobody comes twice.
        static UserId id(String name) {
            return new UserId(
                    UUID.nameUUIDFromBytes(("verdaccio:" + name).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
