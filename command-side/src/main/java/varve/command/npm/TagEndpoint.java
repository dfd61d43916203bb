package varve.command.npm;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
    private static final String TAGS = "/~npm/-/package/@{scope}/{name}/dist-tags";
    private static final String TAG = TAGS + "/{tag}";

    /// As the first clients had it.
    private static final String OLD_TAG = "/~npm/@{scope}/{name}/{tag:[^-].*}";

    private static final int LARGEST_BODY = 10_000;

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
        var version = body(request).asString("");
        return set(NpmName.of(scope, name), Map.of(tag, version), caller);
    }

    @PutMapping(OLD_TAG)
    ResponseEntity<Done> setAsOfOld(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String tag,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        return set(scope, name, tag, request, caller);
    }

    /// Several at once. The body names versions by tags; tags that it does not name stay.
    @RequestMapping(
            path = TAGS,
            method = {RequestMethod.PUT, RequestMethod.POST})
    ResponseEntity<Done> setSome(
            @PathVariable String scope,
            @PathVariable String name,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var wished = new LinkedHashMap<String, String>();
        body(request).forEachEntry((tag, version) -> wished.put(tag, version.asString("")));
        if (wished.isEmpty()) {
            throw new Refused(new Refusal.Malformed("the body is an object of tags and versions"));
        }
        return set(NpmName.of(scope, name), wished, caller);
    }

    /// All of them are looked at before the first is set.
    private ResponseEntity<Done> set(NpmName named, Map<String, String> wished, Caller caller) {
        var pkg = named.pkg();
        access.member(caller, pkg.scope());
        names.check(Deed.PUBLISH, pkg, caller);
        var wishes = wished.entrySet().stream().map(each -> wish(named, each)).toList();
        long last = 0;
        for (var wish : wishes) {
            last = Math.max(last, commands.send(wish, caller).position());
        }
        return done.of(last, "package tagged");
    }

    private SetTag wish(NpmName named, Map.Entry<String, String> wished) {
        var ref = new VersionRef(named.pkg(), VersionNumber.of(wished.getValue()));
        if (!isThere(ref, named.kind())) {
            throw new Refused(new Refusal.VersionNotFound(ref.text()));
        }
        return new SetTag(named.pkg(), TagName.of(wished.getKey()), ref.version().text());
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

    private JsonNode body(HttpServletRequest request) throws IOException {
        try {
            return json.readTree(request.getInputStream().readNBytes(LARGEST_BODY));
        } catch (JacksonException _) {
            throw new Refused(new Refusal.Malformed("the body is no JSON"));
        }
    }
}
