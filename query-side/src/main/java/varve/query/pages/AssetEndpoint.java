package varve.query.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Hands out the files that belong to the pages, and what browsers and robots ask for by habit.
@RestController
class AssetEndpoint {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Assets assets;

    AssetEndpoint(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(Assets.AT + "{file}")
    ResponseEntity<byte[]> asset(
            @PathVariable String file,
            @RequestHeader(name = "Accept-Encoding", required = false) @Nullable String encodings) {
        var address = Assets.AT + file;
        var asset =
                assets.at(address).orElseThrow(() -> new Refused(new Refusal.NoSuchRoute(address)));
        return answer(asset, encodings, FOR_EVER);
    }

    @GetMapping({"/favicon.ico", "/favicon.svg"})
    ResponseEntity<byte[]> favicon(
            @RequestHeader(name = "Accept-Encoding", required = false) @Nullable String encodings) {
        return answer(assets.named("varve.svg"), encodings, A_DAY);
    }

    private static ResponseEntity<byte[]> answer(
            Assets.Asset asset, @Nullable String encodings, CacheControl keeping) {
        var answer =
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(asset.type()))
                        .cacheControl(keeping)
                        .header("Vary", "Accept-Encoding")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Disposition", "inline");
        return encodings != null && encodings.contains("gzip")
                ? answer.header("Content-Encoding", "gzip").body(asset.packed())
                : answer.body(asset.bytes());
    }
}
