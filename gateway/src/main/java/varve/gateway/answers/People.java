package varve.gateway.answers;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import varve.contract.Refusal;
import varve.gateway.forms.FormRequest;

/// People with a browser, who are told no with a page. The page is made where the web server has
/// its own errors shown; what it needs travels in the attributes that the servlet specification
/// gives to errors, and the refusal itself beside them.
final class People {
    private static final String ERRORS = "/error";

    private People() {}

    static boolean areAsking(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && (!request.getRequestURI().startsWith("/api/") || FormRequest.was(request))
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
    }

    static void answer(
            Refusal refusal,
            Refusals.Answer answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(Refusal.class.getName(), refusal);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, answer.status());
        request.setAttribute(RequestDispatcher.ERROR_MESSAGE, answer.message());
        if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        request.getRequestDispatcher(ERRORS).forward(request, response);
    }
}
