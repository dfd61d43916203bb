package varve.command.npm;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.springframework.stereotype.Component;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.DeprecateVersion;
import varve.contract.version.VersionCommand.UnpublishVersion;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;

/// What a changed document means: deprecations that differ, and versions that are missing. All else
/// in it is the registry's own to say, and is not looked at.
@Component
class Changes {
    private static final int LONGEST_MESSAGE = 1000;

    private final Commands commands;
    private final Access access;
    private final Listing.Shelf listings;
    private final NameGuard names;

    Changes(Commands commands, Access access, Listing.Shelf listings, NameGuard names) {
        this.names = names;
        this.commands = commands;
        this.access = access;
        this.listings = listings;
    }

    /// Any member may warn of a version.
    ///
    /// @return position of the last fact
    long deprecate(NpmName named, Document document, Caller caller) {
        var pkg = named.pkg();
        access.member(caller, pkg.scope());
        names.check(Deed.PUBLISH, pkg, caller);
        var listing = listings.of(named.text());
        if (document.revision != null) {
            listing.checkRevision(pkg, document.revision);
        }
        if (document.deprecations().isEmpty()) {
            throw new Refused(
                    new Refusal.Malformed("nothing is published or deprecated by this document"));
        }
        if (!document.deprecations().keySet().equals(listing.deprecations().keySet())) {
            throw new Refused(new Refusal.OutdatedRevision(pkg.text()));
        }
        long last = 0;
        for (var wished : document.deprecations().entrySet()) {
            var message = wished.getValue();
            if (message.length() > LONGEST_MESSAGE) {
                throw new Refused(
                        new Refusal.Malformed(
                                "a deprecation has at most " + LONGEST_MESSAGE + " characters"));
            }
            if (!message.equals(listing.deprecations().get(wished.getKey()))) {
                last = send(new DeprecateVersion(ref(pkg, wished.getKey()), message), caller, last);
            }
        }
        return last;
    }

    /// Takes away what the document leaves out.
    long retain(PackageRef pkg, Document document, String revision, Caller caller) {
        if (document.deprecations().isEmpty()) {
            throw new Refused(new Refusal.Malformed("there are no versions in the document"));
        }
        mayUnpublish(pkg, caller);
        var listing = listings.of(pkg);
        listing.checkRevision(pkg, revision);
        var missing = new LinkedHashSet<>(listing.deprecations().keySet());
        missing.removeAll(document.deprecations().keySet());
        return unpublish(pkg, missing, caller);
    }

    /// Takes away every version.
    long clear(PackageRef pkg, String revision, Caller caller) {
        mayUnpublish(pkg, caller);
        var listing = listings.of(pkg);
        listing.checkRevision(pkg, revision);
        return unpublish(pkg, listing.deprecations().keySet(), caller);
    }

    /// The last step of a client that takes away one version: mostly it is gone already.
    long remove(VersionRef ref, Caller caller) {
        mayUnpublish(ref.pkg(), caller);
        return send(new UnpublishVersion(ref), caller, 0);
    }

    private void mayUnpublish(PackageRef pkg, Caller caller) {
        access.admin(caller, pkg.scope());
        names.check(Deed.UNPUBLISH, pkg, caller);
    }

    private long unpublish(PackageRef pkg, Collection<String> versions, Caller caller) {
        long last = 0;
        for (var version : versions) {
            last = send(new UnpublishVersion(ref(pkg, version)), caller, last);
        }
        return last;
    }

    private long send(VersionCommand command, Caller caller, long last) {
        return Math.max(last, commands.send(command, caller).position());
    }

    private static VersionRef ref(PackageRef pkg, String version) {
        return new VersionRef(pkg, VersionNumber.of(version));
    }
}
