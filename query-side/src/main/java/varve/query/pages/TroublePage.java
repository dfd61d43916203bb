package varve.query.pages;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import varve.contract.Refusal;

/// Says to people with a browser what could not be done. The door passes them on to the address
/// where the web server reports errors, with the refusal beside the status; without a refusal it is
/// a flaw of ours, about which strangers learn nothing.
@Component("error")
class TroublePage implements View {
    private final Press press;

    TroublePage(Press press) {
        this.press = press;
    }

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : HttpStatus.INTERNAL_SERVER_ERROR.value();
        var message =
                request.getAttribute(Refusal.class.getName()) != null
                                && request.getAttribute(RequestDispatcher.ERROR_MESSAGE)
                                        instanceof String text
                        ? text
                        : "";
        var page = press.page((pages, site) -> pages.trouble(site, status, message));
        response.setStatus(status);
        page.getHeaders()
                .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(requireNonNullElse(page.getBody(), new byte[0]));
    }
}
