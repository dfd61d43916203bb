package varve.query.pages;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Finds the {@link Words} of a language in its message file: the message of each is filed under
/// the method's name.
@Configuration(proxyBeanMethods = false)
class Messages {
    static final String BUNDLE = "varve.query.pages.messages";

    /// A language is not replaced by that of the machine.
    private static final ResourceBundle.Control ONLY_THIS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

    @Bean
    Words words() {
        return in(Locale.ENGLISH);
    }

    /// @throws java.util.MissingResourceException when the language lacks a message
    static Words in(Locale locale) {
        var bundle = ResourceBundle.getBundle(BUNDLE, locale, ONLY_THIS);
        Map<String, MessageFormat> formats =
                Arrays.stream(Words.class.getMethods())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Method::getName,
                                        method ->
                                                new MessageFormat(
                                                        bundle.getString(method.getName()),
                                                        locale)));
        return (Words)
                Proxy.newProxyInstance(
                        Words.class.getClassLoader(),
                        new Class<?>[] {Words.class},
                        (self, method, arguments) ->
                                method.getDeclaringClass() == Object.class
                                        ? asObject(self, method.getName(), arguments, locale)
                                        : text(formats, method.getName(), arguments));
    }

    private static Object asObject(
            Object self, String method, Object[] arguments, Locale language) {
        return switch (method) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "words in " + language;
        };
    }

    /// A format remembers where it is while it works, so each use gets its own.
    private static String text(
            Map<String, MessageFormat> formats, String name, Object[] arguments) {
        var format = (MessageFormat) Objects.requireNonNull(formats.get(name), name).clone();
        return format.format(arguments);
    }
}
