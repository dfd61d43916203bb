package varve.query.pages.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMakerBase;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cuts code into pieces of one colour each. Whatever comes out, the pieces of a line make up the
/// line as it was.
public final class Code {
    private static final Logger LOG = LoggerFactory.getLogger(Code.class);
    private static final int LONGEST_LINE = 10_000;

    private Code() {}

    /// @param file whose name tells the language
    public static List<List<Piece>> ofFile(String file, List<String> lines) {
        return of(file.substring(file.lastIndexOf('.') + 1), lines);
    }

    /// @param language as a fenced block of Markdown names it
    public static List<List<Piece>> of(String language, List<String> lines) {
        var grammar = Grammar.of(language);
        if (grammar.isEmpty()) {
            return plain(lines);
        }
        try {
            return pieces(grammar.get(), lines);
        } catch (RuntimeException | Error e) {
            // a lexer made by a generator says with an Error that it is lost
            LOG.atWarn().addKeyValue("language", language).setCause(e).log("code stays plain");
            return plain(lines);
        }
    }

    private static List<List<Piece>> pieces(Grammar grammar, List<String> lines) {
        var maker = grammar.makers().get();
        var all = new ArrayList<List<Piece>>(lines.size());
        int state = TokenTypes.NULL;
        for (var line : lines) {
            if (line.length() > LONGEST_LINE) {
                all.add(List.of(new Piece(line, "")));
                continue;
            }
            var pieces = new ArrayList<Piece>();
            state = cut(maker, line, state, grammar, pieces);
            var whole = pieces.stream().map(Piece::text).collect(Collectors.joining());
            all.add(whole.equals(line) ? List.copyOf(pieces) : List.of(new Piece(line, "")));
        }
        return all;
    }

    /// @return the state in which the next line begins
    private static int cut(
            TokenMakerBase maker, String line, int state, Grammar grammar, List<Piece> pieces) {
        var letters = line.toCharArray();
        Token token = maker.getTokenList(new Segment(letters, 0, letters.length), state, 0);
        while (token.isPaintable()) {
            var text = token.getLexeme();
            var look = grammar.words().contains(text) ? "word" : look(token.getType());
            add(new Piece(text, look), pieces);
            if (token.getNextToken() == null) {
                break;
            }
            token = token.getNextToken();
        }
        return token.getType();
    }

    /// Neighbours of one colour become one piece.
    private static void add(Piece piece, List<Piece> pieces) {
        if (!pieces.isEmpty() && pieces.getLast().look().equals(piece.look())) {
            pieces.add(new Piece(pieces.removeLast().text() + piece.text(), piece.look()));
        } else {
            pieces.add(piece);
        }
    }

    private static String look(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT ->
                    "remark";
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.MARKUP_TAG_NAME,
                    TokenTypes.PREPROCESSOR ->
                    "word";
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL ->
                    "number";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE ->
                    "text";
            case TokenTypes.DATA_TYPE, TokenTypes.ANNOTATION, TokenTypes.MARKUP_TAG_ATTRIBUTE ->
                    "type";
            case TokenTypes.FUNCTION, TokenTypes.VARIABLE -> "name";
            default -> "";
        };
    }

    private static List<List<Piece>> plain(List<String> lines) {
        return lines.stream().map(line -> List.of(new Piece(line, ""))).toList();
    }
}
