package varve.command.npm;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.account.Profile;
import varve.contract.Caller;
import varve.contract.Written;

/// `npm profile set`. What this registry does not keep, such as a home page, is passed over.
@RestController
class ProfileEndpoint {
    private final Access access;
    private final Profile profile;

    ProfileEndpoint(Access access, Profile profile) {
        this.access = access;
        this.profile = profile;
    }

    record NewPassword(@Nullable String old, @JsonProperty("new") @Nullable String fresh) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    record Wish(
            @Nullable String fullname, @Nullable String email, @Nullable NewPassword password) {}

    @PostMapping("/~npm/-/npm/v1/user")
    Written change(@RequestBody Wish wish, HttpServletRequest request, Caller caller) {
        var user = access.person(caller);
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
