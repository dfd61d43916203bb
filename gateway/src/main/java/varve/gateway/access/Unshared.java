package varve.gateway.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/// An answer about something private: no cache may keep it, whoever writes it.
public final class Unshared extends HttpServletResponseWrapper {
    private static final String CACHE_CONTROL = "Cache-Control";

    public Unshared(HttpServletResponse response) {
        super(response);
        response.setHeader(CACHE_CONTROL, "private, no-store");
        response.addHeader("Vary", "Authorization, Cookie");
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase(CACHE_CONTROL)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(CACHE_CONTROL)) {
            super.addHeader(name, value);
        }
    }
}
