package varve.gateway.answers;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import varve.blobs.ShelfTrouble;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.gateway.Host;

/// Turns whatever keeps a request from being answered into a refusal that the client understands.
@RestControllerAdvice
class Advice {
    private static final Logger LOG = LoggerFactory.getLogger(Advice.class);

    private final Refusals refusals;

    Advice(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        say(refused.refusal(), request, response);
    }

    @ExceptionHandler
    void unreadable(
            HttpMessageNotReadableException e,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        say(
                new Refusal.Malformed("the body is not the JSON that is expected here"),
                request,
                response);
    }

    @ExceptionHandler
    void media(HttpMediaTypeException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        say(new Refusal.Malformed("the body is sent as application/json"), request, response);
    }

    @ExceptionHandler
    void parameter(
            ServletRequestBindingException e,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        say(new Refusal.Malformed(String.valueOf(e.getMessage())), request, response);
    }

    @ExceptionHandler
    void mistyped(
            MethodArgumentTypeMismatchException e,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        say(new Refusal.Malformed("'" + e.getName() + "' has the wrong form"), request, response);
    }

    @ExceptionHandler
    void method(
            HttpRequestMethodNotSupportedException e,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        say(new Refusal.MethodNotAllowed(e.getMethod()), request, response);
    }

    @ExceptionHandler
    void nothingThere(
            NoHandlerFoundException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        say(new Refusal.NoSuchRoute(asked(e.getRequestURL())), request, response);
    }

    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    void database(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        LOG.atWarn().setCause(e).log("the database did not answer");
        say(new Refusal.Unavailable("database"), request, response);
    }

    @ExceptionHandler
    void shelf(ShelfTrouble e, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        LOG.atWarn().setCause(e).log("the shelf did not answer");
        say(new Refusal.Unavailable("storage"), request, response);
    }

    /// The path as the client wrote it, without what the door put before it.
    private static String asked(String path) {
        return path.startsWith("/~npm/") ? path.substring("/~npm".length()) : path;
    }

    private void say(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        refusals.say(refusal, Host.of(request), request, response);
    }
}
