package varve.acceptance.rights;

import java.net.http.HttpRequest;
import java.util.Map;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.Web;
import varve.acceptance.rights.Cast.Part;

/// A private scope with `flag` in it, and a public one whose `cloth` it is made of.
///
/// @param open the public scope's name
record PrivateFlag(RunningVarve varve, Cast cast, String open) {

    static PrivateFlag on(RunningVarve varve) {
        var cast = new Cast(varve.api());
        var made = new PrivateFlag(varve, cast, cast.freshScope());
        made.publish(made.open(), "cloth", "export const cloth: string = \"cloth\";\n");
        made.publish(
                made.scope(),
                "flag",
                "import \"jsr:@%s/cloth@1\";\nexport const flag: string = \"private flag\";\n"
                        .formatted(made.open()));
        cast.as(Part.ADMIN)
                .patch("/api/scopes/" + made.scope(), Map.of("visibility", "private"))
                .is(200);
        return made;
    }

    String scope() {
        return cast.scope();
    }

    Api as(Part part) {
        return cast.as(part);
    }

    /// @param path in which `S` stands for the scope; behind `npm:` on the npm host, behind `html:`
    ///   as browsers ask
    Answer ask(String path, String scope, Api caller) {
        var base = path.startsWith("npm:") ? varve.npm() : varve.registry();
        var asked = path.replaceFirst("^(npm|html):", "").replace("S", scope);
        var request = HttpRequest.newBuilder(base.resolve(asked)).GET();
        if (path.startsWith("html:")) {
            request.header("Accept", "text/html");
        }
        if (!caller.token().isEmpty()) {
            request.header(
                    "Authorization",
                    (caller.token().contains(" ") ? "" : "Bearer ") + caller.token());
        }
        return Web.send(request);
    }

    Answer star(String pkg, Part part) {
        var path = "/-/user/package/" + pkg.replace("/", "%2f") + "/star";
        var caller = new Api(varve.npm(), shown(as(part)), false);
        return caller.put(path, Map.of());
    }

    /// The npm host takes no cookies; a session's token does there what any other does.
    private static String shown(Api caller) {
        return caller.token().startsWith("jsrw_") ? "Bearer " + caller.token() : caller.token();
    }

    void publish(String scope, String name, String module) {
        var admin = cast.as(Part.ADMIN);
        admin.createPackage("@" + scope + "/" + name);
        var files =
                Map.of(
                        "deno.json",
                        config(scope, name, "1.0.0"),
                        "mod.ts",
                        module,
                        "vendor/@jsr/std__path/mod.ts",
                        "export {};\n");
        var sent = admin.upload("@" + scope + "/" + name, "1.0.0", Tarball.of("./", files));
        admin.awaitSuccess(sent.is(200).json().path("id").asString());
    }

    static String config(String scope, String name, String version) {
        return """
        {"name":"@%s/%s","version":"%s","license":"MIT","exports":"./mod.ts"}
        """
                .formatted(scope, name, version);
    }
}
