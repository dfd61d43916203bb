package varve.gateway.answers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import varve.contract.Arrival;
import varve.contract.Written;
import varve.gateway.forms.FormRequest;

/// Answers a granted wish with what can now be read: it waits until the facts have reached the
/// tables and passes the request on to the side that answers, as if it had been a GET. Whoever sent
/// a form is sent on to a page instead.
@Component
public class WrittenAnswer implements HandlerMethodReturnValueHandler {
    private final Arrival arrival;

    WrittenAnswer(Arrival arrival) {
        this.arrival = arrival;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getParameterType() == Written.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returned,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws Exception {
        container.setRequestHandled(true);
        var written = (Written) Objects.requireNonNull(value);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        if (!arrival.await(written.position(), written.patience())) {
            response.setHeader(Arrival.HEADER, Arrival.PENDING);
        }
        if (written.readAt().isEmpty() || FormRequest.was(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        request.getRequestDispatcher(written.readAt()).forward(new Asking(request), response);
    }

    /// The request as a question.
    private static final class Asking extends HttpServletRequestWrapper {
        Asking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
