package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// What messengers show beside a link to a page.
@ExtendWith(TellsLogs.class)
class PreviewsTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final String HERE = VARVE.registry().toString().replaceAll("/$", "");
    private static final Pattern PICTURE =
            Pattern.compile("<meta property=\"og:image\" content=\"([^\"]+)\">");

    /// The score is on the picture, too.
    private static final Duration SCORED_WITHIN = Duration.ofSeconds(20);

    private static String scope;

    @BeforeAll
    static void there_are_flags() {
        scope = PublishedFlags.scope();
    }

    @Test
    void every_subject_has_a_picture_of_its_own() throws IOException {
        var addresses = List.of("/og", "/@S/~/og", "/@S/flag/og", "/@S/cloth/og");
        var pictures = addresses.stream().map(PreviewsTest::get).map(Answer::bytes).toList();
        assertThat(pictures).doesNotHaveDuplicates();
        for (var picture : pictures) {
            var image = image(picture);
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1200, 630);
        }
        eventually(
                SCORED_WITHIN,
                () ->
                        assertThat(get("/@S/flag@1.0.0/og").bytes())
                                .isEqualTo(get("/@S/flag/og").bytes()));
        assertThat(get("/og", "Accept-Language", "pt").bytes()).isNotEqualTo(pictures.getFirst());
    }

    @Test
    void it_is_fetched_again_only_when_it_has_changed() {
        var answer = get("/@S/flag@1.0.0/og").is(200);
        assertThat(answer.contentType()).hasValue("image/png");
        assertThat(answer.header("Server-Timing").orElse("")).contains("database;desc=\"1\"");
        assertThat(answer.header("Cache-Control")).hasValue("max-age=86400, public");
        assertThat(get("/@S/flag/og").header("Cache-Control")).hasValue("max-age=300, public");
        eventually(
                SCORED_WITHIN,
                () -> {
                    var etag = get("/@S/flag/og").header("ETag").orElseThrow();
                    var again = get("/@S/flag/og", "If-None-Match", etag).is(304);
                    assertThat(again.bytes()).isEmpty();
                    assertThat(again.header("ETag")).hasValue(etag);
                    get("/@S/cloth/og", "If-None-Match", etag).is(200);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/packages",
                "/@S",
                "/@S/flag",
                "/@S/flag@1.0.0",
                "/@S/flag/doc",
                "/@S/flag/versions",
                "/history/@S",
                "/history/@S/flag"
            })
    void pages_name_their_picture(String page) throws IOException {
        var html = get(page, "Accept", "text/html").is(200).text();
        var found = PICTURE.matcher(html);
        assertThat(found.find()).isTrue();
        assertThat(found.group(1)).startsWith(HERE + "/");
        assertThat(html)
                .contains("<meta property=\"og:image:alt\" content=\"")
                .contains("<meta name=\"twitter:card\" content=\"summary_large_image\">");
        var address = found.group(1).substring(HERE.length());
        assertThat(address.endsWith("/flag@1.0.0/og")).isEqualTo(page.contains("flag"));
        var picture = image(get(address).is(200).bytes());
        assertThat(html)
                .contains("og:image:width\" content=\"" + picture.getWidth() + "\"")
                .contains("og:image:height\" content=\"" + picture.getHeight() + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@S/nothing/og",
                "/@S/flag@7.7.7/og",
                "/@nobody-here/~/og",
                "/@nobody-here/flag/og",
                "/og/x/nobody_has_this"
            })
    void what_is_not_there_has_none(String address) {
        get(address).is(404);
    }

    private static Answer get(String address, String... headers) {
        var path = address.replace("@S", "@" + scope);
        return Web.get(VARVE.registry().resolve(path), headers);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G');
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
