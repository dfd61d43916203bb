package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Altering;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class SignaturesTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void npm_verifies_what_it_installed() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var clients = Clients.of(varve, folder).from(varve.npm());
        var project = luca.project(flag);
        clients.npm(project, "install").succeeds();

        clients.npmAuditSignatures(project).succeeds().saying("\"invalid\": []", "\"missing\": []");
    }

    @Test
    void npm_notices_a_forged_signature_and_a_changed_tarball() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var clients = Clients.of(varve, folder).from(varve.npm());
        var project = luca.project(flag);
        clients.npm(project, "install").succeeds();

        try (var forger =
                Altering.json(
                        varve.npm(),
                        text -> text.replaceAll("(\"sig\":\")[^\"]+", "$1" + forged(flag)))) {
            clients.from(forger.address())
                    .npmAuditSignatures(project)
                    .fails()
                    .saying("EINTEGRITYSIGNATURE");
        }
        try (var thief = Altering.tarballs(varve.npm(), NpmTeam.tarball(flag, "9.9.9"))) {
            Clients.of(varve, folder)
                    .from(thief.address())
                    .npm(
                            luca.project(flag).file(".npmrc", "replace-registry-host=always"),
                            "install")
                    .fails()
                    .saying("EINTEGRITY");
        }
    }

    @Test
    @Tag("long")
    void pnpm_verifies_and_notices_a_forged_signature_and_a_changed_tarball() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var clients = Clients.of(varve, folder).from(varve.npm());
        var project = luca.project(flag);
        clients.run(Client.PNPM11, project, "install").succeeds();
        clients.auditSignatures(Client.PNPM11, project)
                .succeeds()
                .saying("1 package has a verified registry signature");

        var sig = forged(flag);
        try (var forger =
                Altering.json(
                        varve.npm(), text -> text.replaceAll("(\"sig\":\")[^\"]+", "$1" + sig))) {
            Clients.of(varve, folder)
                    .from(forger.address())
                    .auditSignatures(
                            Client.PNPM11,
                            project.file(".npmrc", "registry=%s\n".formatted(forger.address())))
                    .fails()
                    .saying("invalid");
        }
        try (var thief = Altering.tarballs(varve.npm(), NpmTeam.tarball(flag, "9.9.9"))) {
            var other = luca.project(flag);
            other.file(".npmrc", "registry=%s\n".formatted(thief.address()));
            Clients.of(varve, folder)
                    .from(thief.address())
                    .run(Client.PNPM11, other, "install")
                    .fails()
                    .saying("ERR_PNPM_TARBALL_INTEGRITY");
        }
    }

    @Test
    void a_signature_is_that_of_a_key_which_the_registry_shows() throws Exception {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var key = Web.get(varve.npm().resolve("/-/npm/v1/keys")).is(200).json().path("keys").get(0);
        assertThat(key.path("keytype").asString()).isEqualTo("ecdsa-sha2-nistp256");
        assertThat(key.path("expires").isNull()).isTrue();

        var dist = luca.packument(flag).json().path("versions").path("1.0.0").path("dist");
        var signature = dist.path("signatures").get(0);
        assertThat(signature.path("keyid").asString()).isEqualTo(key.path("keyid").asString());
        var text = flag + "@1.0.0:" + dist.path("integrity").asString();
        assertThat(holds(key.path("key").asString(), text, signature.path("sig").asString()))
                .isTrue();
        assertThat(holds(key.path("key").asString(), text + "x", signature.path("sig").asString()))
                .isFalse();
    }

    @Test
    void packages_of_sources_are_signed_too() {
        var npm = "@jsr/" + PublishedFlags.scope() + "__flag";
        var version = Web.get(varve.npm().resolve("/" + npm)).is(200).json().path("versions");
        version.forEach(one -> assertThat(one.path("dist").path("signatures").size()).isEqualTo(1));
    }

    private static boolean holds(String key, String text, String signature)
            throws GeneralSecurityException {
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(
                KeyFactory.getInstance("EC")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    /// A signature of the registry's own key, but of another version.
    private String forged(String name) {
        var other = NpmTeam.fresh(name);
        team().publish(other, "1.0.0").is(201);
        var dist = Web.get(varve.npm().resolve("/" + other)).json().path("versions").path("1.0.0");
        return dist.path("dist").path("signatures").get(0).path("sig").asString();
    }

    private NpmTeam team() {
        return new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
    }
}
