package varve.query.pages.modules;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A name that somebody would like to have, and how to get it.
///
/// @param subdir with a slash at the end; empty for the whole repository
public record AddModuleView(String name, State state, String subdir) {
    /// What is known of the name.
    public enum State {
        NOT_ASKED,
        NOT_VALID,
        FREE,
        TAKEN
    }

    public boolean isFree() {
        return state == State.FREE;
    }

    public boolean isTaken() {
        return state == State.TAKEN;
    }

    public boolean isNotValid() {
        return state == State.NOT_VALID;
    }

    /// Of the webhook, below the registry.
    public String hook() {
        var address = "/webhook/gh/" + name;
        return subdir.isEmpty()
                ? address
                : address + "?subdir=" + URLEncoder.encode(subdir, StandardCharsets.UTF_8);
    }

    /// Of this very page.
    public String address() {
        return "/add_module?name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&subdir="
                + URLEncoder.encode(subdir, StandardCharsets.UTF_8);
    }
}
