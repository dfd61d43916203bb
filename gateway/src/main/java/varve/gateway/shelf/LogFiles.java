package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.LogTiles;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.blobs.ShelfTrouble;
import varve.blobs.Tile;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.gateway.RequestPath;

/// The transparency log, as auditors' tools ask for it (C2SP tlog-tiles): the signed checkpoint,
/// the key it is checked with, and tiles, whole ones and beginnings of those that still grow.
@Component
public class LogFiles {
    private static final Pattern ADDRESS = Pattern.compile("/log/(checkpoint|key|tile/.*)");
    private static final Pattern TILE =
            Pattern.compile(
                    "/log/tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})"
                            + "(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ShelfFiles shelf;
    private final LogTiles tiles;

    LogFiles(ShelfFiles shelf, Blobs blobs) {
        this.shelf = shelf;
        this.tiles = new LogTiles(blobs);
    }

    public static boolean isAt(RequestPath path, HttpServletRequest request) {
        return ADDRESS.matcher(path.text()).matches() && READING.contains(request.getMethod());
    }

    public void answer(RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.userContent(response, "log");
        if (request.getMethod().equals("OPTIONS")) {
            Headers.answerOptions(request, response, Headers.FILE_METHODS);
        } else if (!answered(path, request, response)) {
            response.setHeader("Cache-Control", "no-store");
            ModuleFiles.notFound(request, response);
        }
    }

    private boolean answered(
            RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (path.text()) {
            case "/log/checkpoint" -> {
                return shelf.answer(Paths.checkpoint(), request, response);
            }
            case "/log/key" -> {
                return shelf.answer(Paths.logKey(), request, response);
            }
            default -> {
                var wanted = TILE.matcher(path.text());
                if (!wanted.matches()) {
                    return false;
                }
                var tile = tile(wanted.group(1), wanted.group(2));
                return wanted.group(3) == null
                        ? shelf.answer(Paths.tile(tile), request, response)
                        : answered(tile, Integer.parseInt(wanted.group(3)), request, response);
            }
        }
    }

    private static Tile tile(String level, String number) {
        return new Tile(
                level.equals("entries") ? Tile.ENTRIES : Integer.parseInt(level),
                Long.parseLong(number.replaceAll("[x/]", "")));
    }

    /// The beginning of a tile never changes either.
    private boolean answered(
            Tile tile, int width, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (width >= Tile.WIDTH) {
            return false;
        }
        try {
            var beginning = tiles.read(tile, width);
            if (beginning.isPresent()) {
                response.setStatus(HttpServletResponse.SC_OK);
                response.setHeader("Cache-Control", Place.Keeping.FOR_EVER.cacheControl());
                response.setContentType("application/octet-stream");
                response.setContentLength(beginning.get().length);
                if (!request.getMethod().equals("HEAD")) {
                    response.getOutputStream().write(beginning.get());
                }
            }
            return beginning.isPresent();
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }
}
