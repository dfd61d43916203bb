package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpRange;
import varve.blobs.Blob;

/// Which bytes of an object a client asks for (RFC 9110 §14). One range is understood; several at
/// once, or one that cannot be read, are answered with the whole, as the specification allows.
sealed interface Wanted {
    record Whole() implements Wanted {}

    /// @param from first byte
    /// @param end byte after the last
    record Part(long from, long end) implements Wanted {}

    /// Nothing of what is asked for is there.
    record Nothing() implements Wanted {}

    static Wanted of(HttpServletRequest request, Blob blob) {
        var range = request.getHeader("Range");
        var unchanged = request.getHeader("If-Range");
        if (range == null || (unchanged != null && !unchanged.equals(blob.etag()))) {
            return new Whole();
        }
        try {
            var ranges = HttpRange.parseRanges(range);
            return ranges.size() == 1 ? part(ranges.getFirst(), blob.size()) : new Whole();
        } catch (IllegalArgumentException _) {
            return new Whole();
        }
    }

    private static Wanted part(HttpRange range, long size) {
        try {
            long from = range.getRangeStart(size);
            long end = range.getRangeEnd(size) + 1;
            return from < end && from < size ? new Part(from, end) : new Nothing();
        } catch (IllegalArgumentException _) {
            return new Nothing();
        }
    }
}
