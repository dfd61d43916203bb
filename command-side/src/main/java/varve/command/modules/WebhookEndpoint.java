package varve.command.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.ModuleRefusal;
import varve.contract.PublicAddresses;
import varve.contract.ReadBack;
import varve.contract.modules.BuildCommand.QueueBuild;
import varve.contract.modules.BuildId;
import varve.contract.modules.GitTag;
import varve.contract.modules.ModuleCommand.RegisterModule;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.token.Grant;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Where forges tell of new tags. The checks come in the order of deno.land/x; the module's row is
/// brought up to date before the version is looked at, so also when that is refused.
@RestController
class WebhookEndpoint {
    private static final String NO_EVENT = "not a ping, or create event";
    private static final String NO_TAG = "created ref is not tag";
    private static final String OTHER_PREFIX =
            "ignoring event as the version does not match the version prefix";

    /// What deno.land/x's protocol answers with.
    sealed interface Answer {}

    record Ignored(boolean success, String info) implements Answer {
        Ignored(String info) {
            this(false, info);
        }
    }

    record Done(boolean success, Data data) implements Answer {
        Done(Data data) {
            this(true, data);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String module,
            @Nullable String version,
            String repository,
            @JsonProperty("status_url") @Nullable String statusUrl) {}

    private final Forge forge;
    private final ModuleSecrets secrets;
    private final Admission admission;
    private final Commands commands;
    private final States states;
    private final ReadBack readBack;
    private final PublicAddresses addresses;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookEndpoint(
            Forge forge,
            ModuleSecrets secrets,
            Admission admission,
            Commands commands,
            States states,
            ReadBack readBack,
            PublicAddresses addresses,
            JsonMapper json,
            Clock clock) {
        this.forge = forge;
        this.secrets = secrets;
        this.admission = admission;
        this.commands = commands;
        this.states = states;
        this.readBack = readBack;
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping({"/webhook/gh", "/webhook/gh/"})
    Answer receive(HttpServletRequest request) {
        fromForge(request);
        throw new ModuleRefusal.NameMissing().refused();
    }

    @PostMapping(value = "/webhook/gh/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer receive(@PathVariable String name, HttpServletRequest request, Caller caller)
            throws IOException {
        fromForge(request);
        var delivery = Delivery.receive(request);
        if (!delivery.isKnown()) {
            return new Ignored(NO_EVENT);
        }
        var payload = delivery.payload();
        secrets.of(name).or(forge::secret).ifPresent(secret -> delivery.verify(secret, request));
        var notice = Notice.read(json, payload, delivery.event(), delivery.forge());
        var query = request.getQueryString();
        var prefix = Delivery.field(query, "version_prefix");
        var subdir = Delivery.field(query, "subdir");
        var hook =
                new Caller(
                        new Actor.Registry("webhook"),
                        null,
                        new Grant.Everything(),
                        caller.requestId(),
                        caller.client());
        return switch (notice.occasion()) {
            case PING -> ping(name, notice, subdir, hook);
            case NO_TAG -> new Ignored(NO_TAG);
            case TAG ->
                    prefix != null && !notice.tag().startsWith(prefix)
                            ? new Ignored(OTHER_PREFIX)
                            : tag(name, notice, prefix, subdir, delivery.id(), hook);
        };
    }

    private Answer ping(String name, Notice notice, @Nullable String subdir, Caller hook) {
        var module = admission.admit(name, notice, subdir).module();
        readBack.await(register(notice, module, hook), ReadBack.PATIENCE);
        return new Done(new Data(module.text(), null, notice.repository().fullName(), null));
    }

    private Answer tag(
            String name,
            Notice notice,
            @Nullable String prefix,
            @Nullable String subdir,
            String delivery,
            Caller hook) {
        var admitted = admission.admit(name, notice, subdir);
        long registered = register(notice, admitted.module(), hook);
        try {
            var version =
                    new ModuleVersion(
                            admitted.module(),
                            notice.tag().substring(prefix == null ? 0 : prefix.length()));
            var wish =
                    new QueueBuild(
                            version,
                            newBuild(),
                            notice.repository(),
                            GitTag.of(notice.tag()),
                            admitted.subdir(),
                            delivery);
            registered = Math.max(registered, commands.send(wish, hook).position());
            return new Done(
                    new Data(
                            version.module().text(),
                            version.version(),
                            notice.repository().fullName(),
                            addresses.registry().resolve("/status/" + current(wish)).toString()));
        } finally {
            readBack.await(registered, ReadBack.PATIENCE);
        }
    }

    private long register(Notice notice, ModuleName module, Caller hook) {
        var wish =
                new RegisterModule(
                        module, notice.repository(), notice.description(), notice.stars());
        return commands.send(wish, hook).position();
    }

    /// The build that is now under way: ours, unless this message was heard before.
    private String current(QueueBuild wish) {
        return switch (states.of(Build.SUBJECT, wish.stream())) {
            case Build.Queued(var build, _) -> build.text();
            case Build.Started(var build, _, _) -> build.text();
            case Build.Published(var build, _) -> build.text();
            case Build.Failed(var build) -> build.text();
            case Build.Absent() -> wish.build().text();
        };
    }

    /// The shape of MongoDB's ids, which begin with the second of their making.
    private BuildId newBuild() {
        var rest = new byte[8];
        random.nextBytes(rest);
        return new BuildId(
                "%08x".formatted(clock.instant().getEpochSecond())
                        + HexFormat.of().formatHex(rest));
    }

    private void fromForge(HttpServletRequest request) {
        if (!forge.anyAddress() && !ForgeAddresses.contain(request.getRemoteAddr())) {
            throw new ModuleRefusal.NotFromForge().refused();
        }
    }
}
