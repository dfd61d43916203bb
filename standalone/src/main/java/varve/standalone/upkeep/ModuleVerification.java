package varve.standalone.upkeep;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Sha256;
import varve.contract.modules.ModuleVersion;

/// Checks that every published version of every module lies on the shelf as the log describes it:
/// its list by its hash, its files by their sizes.
record ModuleVerification(JdbcClient db, Blobs blobs) {
    private static final String PUBLISHED =
            """
            select module || '@' || version as ref, meta_sha256 from varve_read.build
            where published is not null order by module, version
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What is wrong, line by line.
    List<String> flaws() {
        var flaws = new ArrayList<String>();
        db.sql(PUBLISHED)
                .query(row -> {
                    var version = ModuleVersion.of(row.getString("ref"));
                    flaws.addAll(flaws(version, row.getString("meta_sha256")));
                });
        return flaws;
    }

    private List<String> flaws(ModuleVersion version, String sha256) {
        var meta = blobs.bytes(Paths.landMeta(version));
        if (meta.isEmpty() || !Sha256.hex(meta.get()).equals(sha256)) {
            return List.of(version + ": meta.json is missing or differs");
        }
        var flaws = new ArrayList<String>();
        JSON.readTree(meta.get())
                .path("directory_listing")
                .forEach(entry -> {
                    if (entry.path("type").asString("").equals("file")) {
                        var place = Paths.landFile(version, entry.path("path").asString(""));
                        long size = entry.path("size").asLong(-1);
                        if (blobs.bytes(place).filter(file -> file.length == size).isEmpty()) {
                            flaws.add(place.key() + ": missing or differs");
                        }
                    }
                });
        return flaws;
    }
}
