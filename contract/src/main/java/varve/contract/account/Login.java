package varve.contract.account;

import java.util.Locale;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What a person types to sign in. Two that differ in case only are the same. It stands in
/// addresses of npm's protocol, so it is made of few characters.
///
/// @param text as the person wrote it
public record Login(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// @throws Refused when nobody can be called that
    public static Login of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new Refused(new Refusal.OfPeople.LoginNotAllowed(text));
        }
        return new Login(text);
    }

    /// The form in which it is unique.
    public String canonical() {
        return text.toLowerCase(Locale.ROOT);
    }
}
