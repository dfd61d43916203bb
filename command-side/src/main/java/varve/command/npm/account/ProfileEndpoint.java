package varve.command.npm.account;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import varve.command.Access;
import varve.command.account.Profile;
import varve.contract.Caller;
import varve.contract.Written;

/// `npm profile set`, and with `tfa` in the body `npm profile enable-2fa` and `disable-2fa`. What
/// this registry does not keep, such as a home page, is passed over.
@RestController
class ProfileEndpoint {
    private final Access access;
    private final Profile profile;
    private final TwoFactor twoFactor;

    ProfileEndpoint(Access access, Profile profile, TwoFactor twoFactor) {
        this.access = access;
        this.profile = profile;
        this.twoFactor = twoFactor;
    }

    record NewPassword(@Nullable String old, @JsonProperty("new") @Nullable String fresh) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    /// @param tfa an object to begin, change or give up, a list with a code to confirm
    record Wish(
            @Nullable String fullname,
            @Nullable String email,
            @Nullable NewPassword password,
            @Nullable JsonNode tfa) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    @PostMapping("/~npm/-/npm/v1/user")
    Written change(@RequestBody Wish wish, HttpServletRequest request, Caller caller) {
        var user = access.person(caller);
        if (wish.tfa() != null && wish.tfa().isContainer()) {
            twoFactor
                    .change(user, wish.tfa(), request, caller)
                    .ifPresent(made -> made.attachTo(request::setAttribute));
            return new Written(0, "/~npm/-/npm/v1/user");
        }
        var password = wish.password();
        if (password != null) {
            var asked =
                    new Profile.NewPassword(
                            null, password.old(), unlessGiven(password.fresh(), "new"));
            profile.changePassword(user, asked, request.getRemoteAddr(), caller);
        }
        if (wish.fullname() != null && !wish.fullname().isBlank()) {
            profile.changeName(user, wish.fullname());
        }
        if (wish.email() != null) {
            profile.changeMail(user, wish.email().isBlank() ? null : wish.email());
        }
        return new Written(0, "/~npm/-/npm/v1/user");
    }
}
