package varve.gateway.forms;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/// Sends the browser on where programs hear that there is nothing more to say.
final class NextPage extends HttpServletResponseWrapper {
    private final String then;

    NextPage(HttpServletResponse response, String then) {
        super(response);
        this.then = then;
    }

    @Override
    public void setStatus(int status) {
        if (status == SC_NO_CONTENT) {
            setHeader("Location", then);
            setHeader("Cache-Control", "no-store");
            super.setStatus(SC_SEE_OTHER);
        } else {
            super.setStatus(status);
        }
    }
}
