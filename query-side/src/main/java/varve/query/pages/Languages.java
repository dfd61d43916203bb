package varve.query.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The languages that the pages speak: what a reader has chosen, or else what the browser asks for,
/// or else English.
@Component
class Languages {
    static final String COOKIE = "varve-language";

    private static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("pt"));

    private final Map<String, Words> byTag =
            ALL.stream()
                    .map(Messages::in)
                    .collect(Collectors.toUnmodifiableMap(Words::language, Function.identity()));

    Words wanted(HttpServletRequest request) {
        return chosen(request)
                .or(() -> asked(request))
                .orElseGet(() -> in(Locale.ENGLISH.getLanguage()).orElseThrow());
    }

    Optional<Words> in(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    private Optional<Words> chosen(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .flatMap(cookie -> in(cookie.getValue()));
    }

    private Optional<Words> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> in(locale.getLanguage()).stream())
                        .findFirst();
    }
}
