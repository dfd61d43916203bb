package varve.command.modules.takeover;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import varve.blobs.Blobs;
import varve.command.modules.Moderation;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.modules.BuildId;
import varve.contract.modules.ModerationCommand.ForbidWords;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModuleCommand.ImportModule;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.OwnerCommand.SetOwnerTerms;
import varve.contract.modules.OwnerName;
import varve.contract.modules.OwnerTerms;
import varve.contract.modules.Repository;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Takes everything over, in an order in which nothing refers to what is not there yet: words and
/// quotas, modules, builds that failed, and last the versions with their files. What is here
/// already stays as it is, so that a takeover that was cut short is simply done again.
public final class Takeover {
    private static final String UNDER_WAY =
            "The registry moved while this was being published. Please try again.";

    private final Export export;
    private final Commands commands;
    private final Supplier<List<String>> forbidden;
    private final JdbcClient db;
    private final Versions versions;
    private final Caller caller = Caller.registry("takeover", UUID.randomUUID().toString());
    private final List<String> troubles = new ArrayList<>();
    private final Map<ModuleVersion, Asked> succeeded = new HashMap<>();
    private final List<ModuleName> modules = new ArrayList<>();

    /// @param folder see {@link Export}
    public Takeover(Path folder, Commands commands, States states, JdbcClient db, Blobs blobs) {
        this.export = new Export(folder);
        this.commands = commands;
        this.forbidden = () -> states.of(Moderation.SUBJECT, ModerationEvent.STREAM).words();
        this.db = db;
        this.versions = new Versions(export.bucket(), blobs);
    }

    /// @param out hears what could not be taken over, line by line, and then how much was
    /// @return whether all was
    /// @throws IOException when the folder is not an export
    public boolean run(PrintStream out) throws IOException {
        words();
        if (export.has("owner_quotas")) {
            export.each("owner_quotas", this::quota);
        }
        export.each("modules", this::module);
        if (export.has("builds")) {
            export.each("builds", this::build);
        }
        int published = 0;
        for (var module : modules) {
            published += versions(module);
        }
        troubles.forEach(out::println);
        out.printf(
                "%d modules, %d versions, %d troubles%n",
                modules.size(), published, troubles.size());
        return troubles.isEmpty();
    }

    private void words() throws IOException {
        var words = new LinkedHashSet<>(forbidden.get());
        if (words.addAll(export.words())) {
            commands.send(new ForbidWords(List.copyOf(words)), caller);
        }
    }

    private void quota(JsonNode document) {
        var login = document.path("_id").asString("");
        attempt(
                "owner " + login,
                () -> {
                    var modules = document.path("max_modules");
                    var size = document.path("max_total_size");
                    var terms =
                            new OwnerTerms(
                                    isAbsent(modules) ? null : Math.toIntExact(number(modules)),
                                    isAbsent(size) ? null : number(size),
                                    document.path("blocked").asBoolean(false));
                    commands.send(new SetOwnerTerms(OwnerName.of(login), terms), caller);
                });
    }

    private void module(JsonNode document) {
        var name = document.path("_id").asString("");
        attempt(
                "module " + name,
                () -> {
                    var module = ModuleName.of(name);
                    commands.send(
                            new ImportModule(
                                    module,
                                    new Repository(
                                            document.path("type").asString("github"),
                                            number(document.path("repo_id")),
                                            document.path("owner").asString(""),
                                            document.path("repo").asString("")),
                                    document.path("description").asString(""),
                                    number(document.path("star_count")),
                                    document.path("is_unlisted").asBoolean(false),
                                    Export.moment(document.path("created_at"))),
                            caller);
                    modules.add(module);
                });
    }

    private void build(JsonNode document) {
        var id = document.path("_id").path("$oid").asString("");
        attempt(
                "build " + id,
                () -> {
                    var asked = Asked.of(document);
                    if (document.path("status").asString("").equals("success")) {
                        succeeded.put(asked.version(), asked);
                    } else if (!isKnown(asked.build())) {
                        commands.send(asked.failed(message(document)), caller);
                    }
                });
    }

    private static String message(JsonNode document) {
        return document.path("status").asString("").equals("error")
                ? document.path("message").asString("")
                : UNDER_WAY;
    }

    /// Oldest first, so that the list here has the order of the list there.
    private int versions(ModuleName module) throws IOException {
        int taken = 0;
        for (var text : versions.of(module).reversed()) {
            boolean fine =
                    attempt(
                            "version " + module + "@" + text,
                            () -> {
                                var version = new ModuleVersion(module, text);
                                var asked = versions.asked(version, succeeded.get(version));
                                var contents = versions.lay(version);
                                commands.send(asked.published(contents), caller);
                            });
            taken += fine ? 1 : 0;
        }
        return taken;
    }

    private boolean isKnown(BuildId build) {
        return db.sql("select count(*) from varve_read.build where id = ?")
                        .param(build.text())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private interface Step {
        void take() throws IOException;
    }

    private boolean attempt(String what, Step step) {
        try {
            step.take();
            return true;
        } catch (Refused refused) {
            troubles.add(what + ": " + refused.refusal());
        } catch (IOException | ArithmeticException | DateTimeException e) {
            troubles.add(what + ": " + e.getMessage());
        }
        return false;
    }

    private static long number(JsonNode value) {
        return Export.number(value);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
