package varve.command.account;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Written;
import varve.contract.account.UserId;

/// What people change about their own account, over JSON and with the forms of the account page.
@RestController
class ProfileEndpoint {
    private final Profile profile;
    private final Access access;

    ProfileEndpoint(Profile profile, Access access) {
        this.profile = profile;
        this.access = access;
    }

    record Changes(@Nullable String name, @Nullable String email) {}

    record Passwords(
            @Nullable String login,
            @Nullable String old,
            @JsonProperty("new") @Nullable String fresh) {}

    record Farewell(@Nullable String password) {}

    @PatchMapping("/api/user")
    Written change(@RequestBody Changes wish, Caller caller) {
        var user = access.interactive(caller);
        if (wish.name() != null) {
            profile.changeName(user, wish.name());
        }
        if (wish.email() != null) {
            profile.changeMail(user, wish.email().isBlank() ? null : wish.email());
        }
        return new Written(0, "/api/user");
    }

    /// Whoever has no password yet, because staff let them in, may set it with their token.
    @PutMapping("/api/user/password")
    ResponseEntity<Void> password(
            @RequestBody Passwords wish, HttpServletRequest request, Caller caller) {
        var user = access.person(caller);
        var asked =
                new Profile.NewPassword(wish.login(), wish.old(), unlessGiven(wish.fresh(), "new"));
        profile.changePassword(user, asked, request.getRemoteAddr(), caller);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/user")
    ResponseEntity<Void> erase(
            @RequestBody Farewell wish, HttpServletRequest request, Caller caller) {
        var user = access.interactive(caller);
        profile.erase(user, wish.password(), request.getRemoteAddr(), caller);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/admin/users/{id}")
    ResponseEntity<Void> eraseByStaff(@PathVariable String id, Caller caller) {
        access.staff(caller);
        profile.forget(UserId.of(id), caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/account/profile")
    ResponseEntity<Void> changeByForm(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String mail,
            Caller caller) {
        var user = access.interactive(caller);
        profile.changeName(user, name);
        profile.changeMail(user, mail.isBlank() ? null : mail.strip());
        return Redirect.to("/account");
    }

    @PostMapping("/account/password")
    ResponseEntity<Void> passwordByForm(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(name = "new") String fresh,
            HttpServletRequest request,
            Caller caller) {
        var user = access.interactive(caller);
        var asked = new Profile.NewPassword(null, old, fresh);
        profile.changePassword(user, asked, request.getRemoteAddr(), caller);
        return Redirect.to("/account");
    }

    @PostMapping("/account/erase")
    ResponseEntity<Void> eraseByForm(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Caller caller) {
        profile.erase(access.interactive(caller), password, request.getRemoteAddr(), caller);
        return Redirect.to("/");
    }
}
