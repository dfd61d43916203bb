package varve.query.pages.code;

/// A piece of a line that is shown in one colour.
///
/// @param look its name in the style sheet, empty for what is shown plainly
public record Piece(String text, String look) {
    public boolean isPlain() {
        return look.isEmpty();
    }
}
