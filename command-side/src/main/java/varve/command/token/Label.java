package varve.command.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.token.AddressRange;

/// What is told of a credential to its owner.
///
/// @param text as its owner calls it, at most 250 characters (JSR's limit)
/// @param client the program it was made for
/// @param address from where it was made
/// @param allowedFrom from where it may be used; from everywhere when empty
/// @param isUnguarded whether no second factor is asked for with it
public record Label(
        String text,
        String client,
        String address,
        List<AddressRange> allowedFrom,
        boolean isUnguarded) {
    private static final int LONGEST = 250;
    private static final int LONGEST_CLIENT = 200;

    public Label {
        allowedFrom = List.copyOf(allowedFrom);
        if (text.length() > LONGEST) {
            throw new Refused(new Refusal.Malformed("a description has at most 250 characters"));
        }
        client = client.length() > LONGEST_CLIENT ? client.substring(0, LONGEST_CLIENT) : client;
    }

    /// A credential that this request asks for.
    public static Label of(String text, HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Label(
                text, agent == null ? "" : agent, request.getRemoteAddr(), List.of(), false);
    }

    public Label onlyFrom(List<AddressRange> ranges) {
        return new Label(text, client, address, ranges, isUnguarded);
    }

    public Label unguarded(boolean unguarded) {
        return new Label(text, client, address, allowedFrom, unguarded);
    }
}
