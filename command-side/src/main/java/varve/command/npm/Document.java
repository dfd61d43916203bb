package varve.command.npm;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What stands in the body of a PUT: npm sends one kind of document for publishing, deprecating,
/// unpublishing and more, and only its content tells which.
final class Document implements AutoCloseable {
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> deprecations = new LinkedHashMap<>();
    @Nullable String name;
    @Nullable String revision;

    /// `public` or `restricted`; absent when it is left to the registry.
    @Nullable String access;

    /// Who is meant to own the package, by name; absent when the document does not say.
    @Nullable List<String> maintainers;

    /// Who likes the package, by name; absent when the document does not say.
    @Nullable Set<String> users;

    /// Of the first version; all others are only looked at for their deprecation.
    @Nullable ObjectNode manifest;

    Tarball.@Nullable Received tarball;

    /// What the client attests of the tarball: the text of a Sigstore bundle.
    @Nullable String provenance;

    /// npm sends what it likes as a document with nothing else in it.
    boolean isAboutStars() {
        return users != null && tarball == null && deprecations.isEmpty() && maintainers == null;
    }

    /// Whether only those who belong to the scope are meant to see the package.
    boolean isRestricted() {
        return "restricted".equals(access);
    }

    boolean isAboutOwners() {
        return maintainers != null && tarball == null && deprecations.isEmpty();
    }

    /// Where each tag is meant to point to.
    Map<String, String> tags() {
        return tags;
    }

    /// Every version with what is meant to be told to installers, empty for nothing.
    Map<String, String> deprecations() {
        return deprecations;
    }

    @Override
    public void close() throws IOException {
        if (tarball != null) {
            tarball.close();
        }
    }
}
