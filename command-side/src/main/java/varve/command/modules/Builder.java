package varve.command.modules;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.modules.BuildQueue.Queued;
import varve.command.modules.Listing.Entry;
import varve.command.modules.graph.DependencyGraph;
import varve.contract.Caller;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.modules.BuildCommand;
import varve.contract.modules.BuildCommand.FailBuild;
import varve.contract.modules.BuildCommand.PublishBuild;
import varve.contract.modules.BuildCommand.StartAnalysis;
import varve.contract.modules.BuildCommand.StartBuild;
import varve.contract.modules.ModuleCommand.RegisterModule;
import varve.contract.modules.OwnerName;
import varve.contract.modules.Shelved;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Whenever a forge has told of a tag, fetches it, looks whether it may be published, and lays it
/// on the shelf. A build that was cut short is simply done again.
public final class Builder {
    /// How often a forge is asked that does not answer.
    private static final int MOST_FETCHES = 3;

    /// After this many failures of our own the author is told instead of kept waiting.
    private static final int MOST_TRIES = 10;

    private static final String PUBLISHED = "Published module.";
    private static final String NOT_ANALYSED = " Failed to run dependency analysis v2.";

    private final Forge forge;
    private final Blobs blobs;
    private final States states;
    private final Commands commands;
    private final JsonMapper json;
    private final DependencyGraph dependencies;

    public Builder(
            Forge forge,
            Blobs blobs,
            States states,
            Commands commands,
            JsonMapper json,
            DependencyGraph dependencies) {
        this.dependencies = dependencies;
        this.forge = forge;
        this.blobs = blobs;
        this.states = states;
        this.commands = commands;
        this.json = json;
    }

    /// @throws IOException and other trouble of ours, after which the job is worth another try
    public void build(Queued job) throws IOException {
        var caller = Caller.registry("builder", job.correlation());
        try {
            commands.send(verdict(job, caller), caller);
        } catch (Refused refused) {
            if (!(refused.refusal()
                    instanceof Refusal.OfModules(ModuleRefusal.BuildNotPending _))) {
                throw refused;
            }
        }
    }

    private BuildCommand verdict(Queued job, Caller caller) throws IOException {
        try {
            if (job.tries() > MOST_TRIES) {
                throw new Flaw("The registry could not publish this tag. Please try again.");
            }
            return published(job, caller);
        } catch (Flaw flaw) {
            return new FailBuild(job.version(), job.build(), String.valueOf(flaw.getMessage()));
        }
    }

    private PublishBuild published(Queued job, Caller caller) throws IOException, Flaw {
        try (var checkout = Checkout.fetch(forge, job, job.tries() >= MOST_FETCHES)) {
            start(job, checkout.commit(), caller);
            var listing = list(checkout, job);
            unlessTooLarge(listing, job);
            new Unloading(blobs, checkout).lay(listing.files(), job.version());
            var meta = MetaFile.bytes(json, job, listing);
            blobs.put(Paths.landMeta(job.version()), meta, "application/json");
            unlessRemoved(job, caller);
            var imports = analysed(job, listing, caller);
            return new PublishBuild(
                    job.version(),
                    job.build(),
                    new Shelved(listing.files().size(), listing.totalSize(), Sha256.hex(meta)),
                    imports.isPresent() ? PUBLISHED : PUBLISHED + NOT_ANALYSED,
                    imports.orElse(List.of()));
        }
    }

    /// Settles which commit the version is. A tag that was moved between two tries ends the build.
    private void start(Queued job, String commit, Caller caller) {
        var wish = new StartBuild(job.version(), job.build(), commit);
        commands.send(wish, caller);
        if (!(states.of(Build.SUBJECT, wish.stream()) instanceof Build.Started)) {
            throw new ModuleRefusal.BuildNotPending(job.build().text()).refused();
        }
    }

    /// What the version's code imports from elsewhere; nothing when that cannot be told, which is
    /// no reason not to publish it.
    private Optional<List<String>> analysed(Queued job, Listing listing, Caller caller) {
        commands.send(new StartAnalysis(job.version(), job.build()), caller);
        var found =
                dependencies.of(job.version(), listing.files().stream().map(Entry::path).toList());
        found.ifPresent(it ->
                blobs.put(Paths.landDependencies(job.version()), it.json(), "application/json"));
        return found.map(DependencyGraph.Found::imports);
    }

    /// A name that was freed while its first version was under way is taken again.
    private void unlessRemoved(Queued job, Caller caller) {
        var module = job.version().module();
        if (states.of(Registration.SUBJECT, module.stream()) instanceof Registration.Free) {
            commands.send(new RegisterModule(module, job.repository(), "", 0), caller);
        }
    }

    private Listing list(Checkout checkout, Queued job) throws IOException, Flaw {
        try {
            return Listing.of(checkout.list(job.subdir()));
        } catch (Git.Failed _) {
            var subdir = job.subdir();
            throw new Flaw(
                    "Failed to sparse checkout "
                            + (subdir == null ? "/" : subdir.text())
                            + " from git repository "
                            + forge.shown(job.repository())
                            + " at tag "
                            + job.tag().text());
        }
    }

    /// Asked before anything is laid on the shelf.
    private void unlessTooLarge(Listing listing, Queued job) throws Flaw {
        var owner = OwnerName.of(job.repository().owner());
        long most = states.of(Owner.SUBJECT, owner.stream()).terms().totalSize();
        if (listing.totalSize() > most) {
            throw new Flaw(
                    "Module too large (%d bytes). Maximum allowed size is %d bytes."
                            .formatted(listing.totalSize(), most));
        }
    }
}
