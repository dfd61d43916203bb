package varve.command.npm;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import varve.command.Access;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.PackageCommand.RemoveTag;
import varve.contract.pkg.PackageCommand.SetTag;
import varve.contract.pkg.TagName;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// `npm dist-tag add` and `rm`.
@RestController
class TagEndpoint {
    private static final String TAG = "/~npm/-/package/@{scope}/{name}/dist-tags/{tag}";
    private static final int LARGEST_BODY = 1000;

    private final Commands commands;
    private final States states;
    private final Access access;
    private final JsonMapper json;
    private final Done.Answer done;
    private final NameGuard names;

    TagEndpoint(
            Commands commands,
            States states,
            Access access,
            JsonMapper json,
            Done.Answer done,
            NameGuard names) {
        this.names = names;
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.json = json;
        this.done = done;
    }

    /// The body is the version, as a JSON string.
    @RequestMapping(
            path = TAG,
            method = {RequestMethod.PUT, RequestMethod.POST})
    ResponseEntity<Done> set(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String tag,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var named = NpmName.of(scope, name);
        var pkg = named.pkg();
        access.member(caller, pkg.scope());
        names.check(Deed.PUBLISH, pkg, caller);
        var version = version(request.getInputStream().readNBytes(LARGEST_BODY));
        var ref = new VersionRef(pkg, version);
        if (!isThere(ref, named.kind())) {
            throw new Refused(new Refusal.VersionNotFound(ref.text()));
        }
        var wish = new SetTag(pkg, TagName.of(tag), version.text());
        return done.of(commands.send(wish, caller).position(), "package tagged");
    }

    @DeleteMapping(TAG)
    ResponseEntity<Done> remove(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String tag,
            Caller caller) {
        var pkg = NpmName.of(scope, name).pkg();
        access.member(caller, pkg.scope());
        names.check(Deed.PUBLISH, pkg, caller);
        var wish = new RemoveTag(pkg, TagName.of(tag));
        return done.of(commands.send(wish, caller).position(), "tag removed");
    }

    private boolean isThere(VersionRef ref, Kind kind) {
        var version = states.of(Version.SUBJECT, ref.stream());
        return switch (kind) {
            case NPM -> version instanceof Version.Released;
            case SOURCE -> version instanceof Version.Published;
        };
    }

    private VersionNumber version(byte[] body) {
        try {
            return VersionNumber.of(json.readTree(body).asString(""));
        } catch (JacksonException _) {
            throw new Refused(new Refusal.Malformed("the body is a version as a JSON string"));
        }
    }
}
