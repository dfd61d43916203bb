package varve.command.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewSecretTest {
    @Test
    void a_secret_has_forty_characters_of_which_the_last_six_check_the_others() {
        var secret = NewSecret.personal().text();
        assertThat(secret).matches("jsrp_[0-9A-Za-z]{35}");
        assertThat(NewSecret.check(secret.substring(0, 34))).isEqualTo(secret.substring(34));
    }

    @Test
    void what_was_never_made_here_is_told_from_what_may_have_been() {
        var secret = NewSecret.personal().text();
        assertThat(NewSecret.isWellFormed(secret)).isTrue();
        assertThat(NewSecret.isWellFormed("jsrp_000000000000000000000000000002tnSqV")).isTrue();
        assertThat(NewSecret.isWellFormed("jsrp_000000000000000000000000000002tnSqW")).isFalse();
        assertThat(NewSecret.isWellFormed(secret + "0")).isFalse();
        assertThat(NewSecret.isWellFormed("npm_" + secret.substring(4))).isFalse();
        assertThat(NewSecret.isWellFormed("")).isFalse();
    }

    @Test
    void two_secrets_differ_and_neither_shows_itself_in_a_log() {
        var one = NewSecret.personal();
        assertThat(one.text()).isNotEqualTo(NewSecret.personal().text());
        assertThat(one.toString()).doesNotContain(one.text());
        assertThat(one.sha256()).matches("[0-9a-f]{64}");
    }
}
