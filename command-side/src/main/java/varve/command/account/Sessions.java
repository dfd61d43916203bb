package varve.command.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.token.Grant;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;

/// Sessions of people in browsers: a web token in a cookie that no script can read, which other
/// sites cannot make a browser send along with what changes something.
@Component
public class Sessions {
    private static final String COOKIE = "token";
    private static final Duration LIFE = Duration.ofDays(7);

    private final Mint mint;
    private final PeoplePolicy policy;

    Sessions(Mint mint, PeoplePolicy policy) {
        this.mint = mint;
        this.policy = policy;
    }

    /// @return the cookie to set
    public String begin(UserId user, HttpServletRequest request, Caller caller) {
        var minted =
                mint.issue(
                        TokenKind.WEB,
                        user,
                        new Grant.Everything(),
                        LIFE,
                        Label.of("", request),
                        caller.as(user));
        return cookie(minted.secret().text(), LIFE);
    }

    /// Ends the session that the request came with, if it came with one.
    ///
    /// @return the cookie to set
    public String end(Caller caller) {
        var session = session(caller);
        if (session != null) {
            mint.revoke(session, caller);
        }
        return cookie("", Duration.ZERO);
    }

    private static @Nullable TokenId session(Caller caller) {
        var credential = caller.credential();
        return caller.interactive() && credential != null ? TokenId.of(credential) : null;
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(policy.secureCookies())
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
