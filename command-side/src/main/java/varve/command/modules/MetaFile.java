package varve.command.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `meta.json` of one version, in deno.land/x's format. The same build gives the same bytes,
/// however often it is begun.
record MetaFile(
        @JsonProperty("uploaded_at") String uploadedAt,
        @JsonProperty("directory_listing") List<Entry> listing,
        @JsonProperty("upload_options") Options options) {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    record Entry(String path, long size, String type) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Options(String type, String repository, @Nullable String subdir, String ref) {}

    static byte[] bytes(JsonMapper json, BuildQueue.Queued job, Listing listing) {
        var subdir = job.subdir();
        return json.writeValueAsBytes(
                new MetaFile(
                        MILLIS.format(job.askedAt()),
                        listing.entries().stream()
                                .map(entry -> new Entry(entry.path(), entry.size(), entry.type()))
                                .toList(),
                        new Options(
                                job.repository().type(),
                                job.repository().fullName(),
                                subdir == null ? null : subdir.text(),
                                job.tag().text())));
    }
}
