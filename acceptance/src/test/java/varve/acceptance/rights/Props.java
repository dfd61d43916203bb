package varve.acceptance.rights;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import varve.acceptance.kit.Tarball;
import varve.acceptance.rights.Cast.Part;

/// What the {@link Matrix} speaks of. What a cell takes away or makes is made anew for the next.
///
/// @param pkg with one version, 1.0.0
/// @param task that has published it
/// @param linked another package, which the job's repository publishes
/// @param jobs a scope where only jobs publish
/// @param work a linked package there
record Props(Cast cast, String pkg, String task, String linked, String jobs, String work) {
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");
    private static final AtomicInteger VERSIONS = new AtomicInteger();

    static Props of(Cast cast) {
        var staff = cast.as(Part.STAFF);
        var much = Map.of("newPackagePerWeekLimit", 500);
        staff.patch("/api/admin/scopes/" + cast.scope(), much).is(200);
        // what one cell founds must not keep another from founding
        var admin = "/api/admin/users/" + cast.id(Part.ADMIN);
        staff.patch(admin, Map.of("scopeLimit", 500)).is(200);
        var pkg = cast.freshPackage();
        var name = "@" + cast.scope() + "/" + pkg;
        var task =
                cast.as(Part.ADMIN)
                        .upload(name, "1.0.0", tarball(cast.scope(), pkg, "1.0.0"))
                        .is(200)
                        .json()
                        .path("id")
                        .asString();
        staff.awaitSuccess(task);
        var jobs = cast.freshScope();
        var work = cast.linkedPackage(jobs);
        staff.patch("/api/scopes/" + jobs, Map.of("requirePublishingFromCI", true)).is(200);
        return new Props(cast, pkg, task, cast.linkedPackage(cast.scope()), jobs, work);
    }

    String filled(String text) {
        return filled(text, new HashMap<>());
    }

    /// @param kept what earlier cells have left as it was, which is used again
    String filled(String text, Map<String, String> kept) {
        return NAMED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                kept.computeIfAbsent(found.group(1), this::filling)));
    }

    static byte[] tarball(String scope, String pkg, String version) {
        var module = "/** One. */\nexport const one: number = 1;\n";
        var config = PrivateFlag.config(scope, pkg, version);
        return Tarball.of("./", Map.of("deno.json", config, "mod.ts", module));
    }

    private String filling(String name) {
        return switch (name) {
            case "s" -> cast.scope();
            case "p" -> pkg;
            case "task" -> task;
            case "linked" -> linked;
            case "jobs" -> jobs;
            case "work" -> work;
            case "admin" -> cast.id(Part.ADMIN);
            case "fresh" -> "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
            case "unknown" -> UUID.randomUUID().toString();
            case "number" -> String.valueOf(100_000 + VERSIONS.getAndIncrement());
            case "version" -> "9.0." + VERSIONS.getAndIncrement();
            case "empty" -> cast.freshScope();
            case "unused" -> cast.freshPackage();
            case "newcomer" -> cast.newcomer();
            case "joined" -> cast.newMember();
            case "invited" -> cast.invited();
            case "ticket" -> cast.ticket();
            case "code" -> cast.asked("code");
            case "exchange" -> cast.asked("exchangeToken");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
