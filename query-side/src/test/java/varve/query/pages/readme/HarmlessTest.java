package varve.query.pages.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Whatever somebody writes into a README, a browser finds only elements that can be read. What it
/// finds is asked of another parser than the one that made it.
class HarmlessTest {
    private static final Links LINKS =
            new Links(VersionRef.of("@luca/flag@1.0.0"), FilePath.of("/README.md"));

    private static final Set<String> ELEMENTS =
            Set.of(
                    ("body p div h1 h2 h3 h4 h5 h6 ul ol li blockquote b i u s em strong small big"
                                    + " tt code strike sub sup br span font a hr pre del ins kbd"
                                    + " samp var mark abbr dl dt dd details summary picture img q"
                                    + " table thead tbody tfoot tr th td caption input cite")
                            .split(" "));
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    ("aria-label href src rel id align width height class alt title colspan rowspan start open"
                                    + " type checked disabled")
                            .split(" "));

    static String[] attacks() {
        return """
        <script>alert(1)</script>
        <SCRIPT SRC=//evil.example/x.js></SCRIPT>
        <scr<script>ipt>alert(1)</scr</script>ipt>
        <script>alert(1)
        <img src=x onerror=alert(1)>
        <img src="x" onerror="alert(1)" onload='alert(1)'>
        <img/src="x"/onerror=alert(1)>
        <img src="javascript:alert(1)">
        <img srcset="https://evil.example/a.png 1x">
        <img src=//evil.example/a.png>
        <img src="/\\evil.example/a.png">
        <svg onload=alert(1)>
        <svg><script>alert(1)</script></svg>
        <svg><animate onbegin=alert(1) attributeName=x dur=1s>
        <svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
        <math><mtext></p><style><img src onerror=alert(1)></style></mtext></math>
        <math href="javascript:alert(1)">x</math>
        <a href="javascript:alert(1)">x</a>
        <a href="JaVaScRiPt:alert(1)">x</a>
        <a href="java&#10;script:alert(1)">x</a>
        <a href="&#x6a;avascript:alert(1)">x</a>
        <a href=" &#14; javascript:alert(1)">x</a>
        <a href="vbscript:msgbox(1)">x</a>
        <a href="data:text/html,<script>alert(1)</script>">x</a>
        <a href="x" target="_top" onclick="alert(1)">x</a>
        [x](javascript:alert(1))
        [x](JAVASCRIPT:alert(1))
        [x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)
        [x](<java\tscript:alert(1)>)
        [x](//evil.example)
        ![x](javascript:alert(1))
        ![x](data:image/svg+xml,<svg/onload=alert(1)>)
        ![x"onerror="alert(1)](x.png)
        ![x](x.png"onerror="alert(1))
        <javascript:alert(1)>
        [x]: javascript:alert(1) "t"
        <iframe src="https://evil.example"></iframe>
        <iframe srcdoc="<script>alert(1)</script>"></iframe>
        <object data="javascript:alert(1)"></object>
        <embed src="https://evil.example/x.swf">
        <form action="https://evil.example"><input name=password><button>Sign in</button></form>
        <input type="text" value="secret" autofocus onfocus=alert(1)>
        <input type="checkbox" name="x" onclick=alert(1)>
        <button formaction="javascript:alert(1)">x</button>
        <style>body{background:url(https://evil.example)}</style>
        <div style="position:fixed;inset:0">x</div>
        <link rel=stylesheet href=https://evil.example/x.css>
        <meta http-equiv="refresh" content="0;url=https://evil.example">
        <base href="https://evil.example/">
        <body onload=alert(1)>
        <details open ontoggle=alert(1)>x</details>
        <video src=x onerror=alert(1)></video>
        <audio controls src="https://evil.example/x.mp3"></audio>
        <template><script>alert(1)</script></template>
        <noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
        <textarea><img src=x onerror=alert(1)></textarea>
        <!--><img src=x onerror=alert(1)>-->
        <![CDATA[<script>alert(1)</script>]]>
        <?xml-stylesheet href="javascript:alert(1)"?>
        <div id="search" name="main">x</div>
        <div hx-get="/status/x" hx-trigger="load" data-hx-post="/api/scopes">x</div>
        <p class="top">x</p>
        <portal src="https://evil.example"></portal>
        <x onclick=alert(1)>x</x>
        """
                .split("\n");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothing_but_reading_is_left(String attack) {
        var html = Markdown.html(attack, LINKS);
        Jsoup.parseBodyFragment(html).body().getAllElements().forEach(HarmlessTest::isHarmless);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothing_but_reading_is_left_inside_other_things(String attack) {
        var html = Markdown.html("<div><table><tr><td>\n\n" + attack + "\n\n- > " + attack, LINKS);
        Jsoup.parseBodyFragment(html).body().getAllElements().forEach(HarmlessTest::isHarmless);
    }

    private static void isHarmless(Element element) {
        assertThat(ELEMENTS).as(element.outerHtml()).contains(element.normalName());
        for (Attribute attribute : element.attributes()) {
            assertThat(ATTRIBUTES).as(element.outerHtml()).contains(attribute.getKey());
            var value = attribute.getValue();
            switch (attribute.getKey().toLowerCase(Locale.ROOT)) {
                case "href" ->
                        assertThat(value).matches("(https?:|mailto:|#readme-|/@luca/flag/1).*");
                case "src" -> assertThat(value).startsWith("/@luca/flag/1.0.0/");
                case "id" -> assertThat(value).startsWith("readme-");
                case "class" -> assertThat(value).startsWith("language-");
                case "type" -> assertThat(value).isEqualTo("checkbox");
                default -> assertThat(value).isNotNull();
            }
        }
    }
}
