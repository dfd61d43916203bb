package varve.command.modules;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.Repository;

/// What a forge tells about a repository, in whichever forge's words it came.
///
/// @param sender login of whoever caused it, empty when unknown
/// @param tag that appeared; empty when it is about something else
record Notice(
        Occasion occasion,
        Repository repository,
        String description,
        long stars,
        String sender,
        String tag) {

    enum Occasion {
        PING,
        TAG,
        /// A branch, or a tag that went away.
        NO_TAG
    }

    private static final String TAGS = "refs/tags/";
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final String GONE = "0".repeat(40);

    /// @param event `ping`, `create` or `push`
    /// @param forge kind of forge, for example `github`
    /// @throws Refused when the body is not a message of that kind
    static Notice read(JsonMapper json, byte[] body, String event, String forge) {
        try {
            var message = json.readTree(body);
            return message.has("project") ? gitlab(message) : github(message, event, forge);
        } catch (JacksonException e) {
            throw new Refused(new Refusal.Malformed("the body is not the JSON of a webhook"));
        }
    }

    /// GitHub's words, which Gitea and Forgejo speak too, but for the stars.
    private static Notice github(JsonNode message, String event, String forge) {
        var repository = message.path("repository");
        var ref = message.path("ref").asString("");
        var tag =
                switch (event) {
                    case "push" -> message.path("deleted").asBoolean(false) ? "" : tag(ref);
                    case "create" -> message.path("ref_type").asString("").equals("tag") ? ref : "";
                    default -> "";
                };
        return new Notice(
                occasion(event, tag),
                Repository.of(
                        forge,
                        repository.path("id").asLong(0),
                        repository.path("full_name").asString("")),
                description(repository),
                repository
                        .path("stargazers_count")
                        .asLong(repository.path("stars_count").asLong(0)),
                message.path("sender").path("login").asString(""),
                tag);
    }

    /// GitLab tells of a tag's end with an empty commit, and never of stars.
    private static Notice gitlab(JsonNode message) {
        var project = message.path("project");
        var tag =
                message.path("after").asString("").equals(GONE)
                        ? ""
                        : tag(message.path("ref").asString(""));
        return new Notice(
                occasion("push", tag),
                Repository.of(
                        "gitlab",
                        project.path("id").asLong(0),
                        project.path("path_with_namespace").asString("")),
                description(project),
                0,
                message.path("user_username").asString(""),
                tag);
    }

    private static Occasion occasion(String event, String tag) {
        if (event.toLowerCase(Locale.ROOT).equals("ping")) {
            return Occasion.PING;
        }
        return tag.isEmpty() ? Occasion.NO_TAG : Occasion.TAG;
    }

    private static String tag(String ref) {
        return ref.startsWith(TAGS) ? ref.substring(TAGS.length()) : "";
    }

    private static String description(JsonNode of) {
        var text = of.path("description").asString("");
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) : text;
    }
}
