package varve.gateway.answers;

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
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        say(refused.refusal(), response);
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException e, HttpServletResponse response)
            throws IOException {
        say(new Refusal.Malformed("the body is not the JSON that is expected here"), response);
    }

    @ExceptionHandler
    void media(HttpMediaTypeException e, HttpServletResponse response) throws IOException {
        say(new Refusal.Malformed("the body is sent as application/json"), response);
    }

    @ExceptionHandler
    void parameter(ServletRequestBindingException e, HttpServletResponse response)
            throws IOException {
        say(new Refusal.Malformed(String.valueOf(e.getMessage())), response);
    }

    @ExceptionHandler
    void mistyped(MethodArgumentTypeMismatchException e, HttpServletResponse response)
            throws IOException {
        say(new Refusal.Malformed("'" + e.getName() + "' has the wrong form"), response);
    }

    @ExceptionHandler
    void method(HttpRequestMethodNotSupportedException e, HttpServletResponse response)
            throws IOException {
        say(new Refusal.MethodNotAllowed(e.getMethod()), response);
    }

    @ExceptionHandler
    void nothingThere(NoHandlerFoundException e, HttpServletResponse response) throws IOException {
        say(new Refusal.NoSuchRoute(e.getRequestURL()), response);
    }

    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    void database(Exception e, HttpServletResponse response) throws IOException {
        LOG.atWarn().setCause(e).log("the database did not answer");
        say(new Refusal.Unavailable("database"), response);
    }

    @ExceptionHandler
    void shelf(ShelfTrouble e, HttpServletResponse response) throws IOException {
        LOG.atWarn().setCause(e).log("the shelf did not answer");
        say(new Refusal.Unavailable("storage"), response);
    }

    private void say(Refusal refusal, HttpServletResponse response) throws IOException {
        refusals.say(refusal, Host.REGISTRY, response);
    }
}
