package varve.gateway.forms;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;

/// A form that somebody sends from a page to an address of the API, as the request that a program
/// would have sent: whatever the API can do, a page can do without JavaScript, by the same rules.
///
/// The form says in `-method` which method it stands for, since browsers know but two, and in
/// `-then` which page comes next.
public final class FormRequest extends HttpServletRequestWrapper {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

    /// Pages of this registry; two slashes would name another host.
    private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[A-Za-z0-9/_.~@%=&?+:#{}-]*");

    private final String method;
    private final String then;
    private final byte[] body;

    private FormRequest(HttpServletRequest request, FormFields fields) {
        super(request);
        method = fields.said("method", "POST");
        var next = fields.said("then", "/account");
        if (!METHODS.contains(method) || !OWN_PAGE.matcher(next).matches()) {
            throw new Refused(new Refusal.Malformed("the form is not one of this registry's"));
        }
        then = fields.filledInto(next);
        body = fields.json();
        request.setAttribute(FormRequest.class.getName(), true);
    }

    /// Whether a browser sends what somebody filled in.
    public static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        var accepted = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                && request.getRequestURI().startsWith("/api/")
                && type != null
                && type.startsWith(FORM)
                && accepted != null
                && accepted.contains("text/html");
    }

    /// Whether what is being answered was a form once.
    public static boolean was(HttpServletRequest request) {
        return request.getAttribute(FormRequest.class.getName()) != null;
    }

    /// @throws Refused when it is not a form of ours
    public static FormRequest of(HttpServletRequest request) {
        return new FormRequest(request, FormFields.of(request.getParameterMap()));
    }

    /// The response to a browser, which is sent on to the next page when there is nothing to say.
    public HttpServletResponse answeredBy(HttpServletResponse response) {
        return new NextPage(response, then);
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getContentType() {
        return JSON;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-type" -> JSON;
            case "content-length" -> String.valueOf(body.length);
            default -> super.getHeader(name);
        };
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = getHeader(name);
        return name.toLowerCase(Locale.ROOT).startsWith("content-") && value != null
                ? Collections.enumeration(List.of(value))
                : super.getHeaders(name);
    }

    /// All that was filled in stands in the body.
    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(new ByteArrayInputStream(body));
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("it is all there already");
        }
    }
}
