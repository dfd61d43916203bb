package varve.query.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.LogTiles;
import varve.blobs.ShelfTrouble;
import varve.blobs.Tile;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.transparency.Leaf;
import varve.query.Audience;
import varve.query.Discretion;

/// Public facts, read from the leaves of the transparency log, which say no more than everybody may
/// know. What has become private since is left out, and what the operator's rules keep for some.
@Component
class Changes {
    private static final int BUNDLES_AT_ONCE = 16;
    private static final Pattern ESCAPED = Pattern.compile("%\\{([0-9a-f]{1,6})}");

    private final Blobs blobs;
    private final JdbcClient db;
    private final Discretion discretion;

    Changes(Blobs blobs, JdbcClient db, Discretion discretion) {
        this.blobs = blobs;
        this.db = db;
        this.discretion = discretion;
    }

    /// One public fact: its position, and the words of its leaf.
    record Change(long position, Map<String, String> words) {
        String type() {
            return words.getOrDefault("type", "");
        }
    }

    /// @param last position up to which facts were looked through
    record Found(List<Change> changes, long last) {}

    /// @param since position after which to begin
    /// @param size of the log
    Found after(long since, long size, int most) {
        try {
            return read(since, size, most);
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }

    private Found read(long since, long size, int most) {
        var tiles = LogTiles.remembering(blobs);
        var hidden = hidden();
        var everybody = discretion.everybody();
        var found = new ArrayList<Change>();
        long position = since;
        long enough = Math.min(size, since + (long) BUNDLES_AT_ONCE * Tile.WIDTH);
        while (position < enough && found.size() < most) {
            var leaf = Leaf.parse(tiles.leaf(position));
            position++;
            leaf.said()
                    .map(said -> new Change(leaf.position(), words(said)))
                    .filter(change -> !isHidden(change, hidden, everybody))
                    .ifPresent(found::add);
        }
        return new Found(found, position);
    }

    private Set<String> hidden() {
        return new HashSet<>(
                db.sql("select name from varve_tlog.hidden").query(String.class).list());
    }

    private static boolean isHidden(Change change, Set<String> hidden, Audience everybody) {
        if (change.type().startsWith("module.")) {
            return false;
        }
        var subject = change.words().getOrDefault("subject", "");
        int version = subject.indexOf('@', 1);
        var pkg = PackageRef.of(version < 0 ? subject : subject.substring(0, version));
        return hidden.contains("@" + pkg.scope().text())
                || hidden.contains(pkg.text())
                || !everybody.knows().test(pkg);
    }

    private static Map<String, String> words(String said) {
        var words = new LinkedHashMap<String, String>();
        for (var word : said.split(" ", -1)) {
            int equals = word.indexOf('=');
            words.put(word.substring(0, equals), plain(word.substring(equals + 1)));
        }
        return words;
    }

    private static String plain(String value) {
        return ESCAPED.matcher(value)
                .replaceAll(code ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(code.group(1), 16))));
    }
}
