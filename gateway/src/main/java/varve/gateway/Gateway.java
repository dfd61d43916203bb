package varve.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import varve.gateway.access.Callers;
import varve.gateway.access.Curtain;
import varve.gateway.access.RateLimits;
import varve.gateway.answers.Refusals;
import varve.gateway.answers.WrittenAnswer;
import varve.gateway.shelf.LandFiles;
import varve.gateway.shelf.LogFiles;
import varve.gateway.shelf.ModuleFiles;
import varve.gateway.shelf.NpmFiles;

/// The door and its two listeners.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Gateway {
    @Bean
    FilterRegistrationBean<BehindProxies> behindProxies(Proxies proxies) {
        var registration = new FilterRegistrationBean<>(new BehindProxies(proxies));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Door> door(
            Listeners listeners,
            ModuleFiles modules,
            LandFiles land,
            LogFiles log,
            NpmFiles npm,
            Callers callers,
            Curtain curtain,
            RateLimits limits,
            Refusals refusals) {
        var door =
                new Door(
                        listeners.npmPort(),
                        modules,
                        land,
                        log,
                        npm,
                        callers,
                        curtain,
                        limits,
                        refusals);
        var registration = new FilterRegistrationBean<>(door);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(Listeners listeners) {
        return listeners::openOn;
    }

    @Bean
    WebMvcConfigurer mvc(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
            }
        };
    }

    /// Asked before all others, since those would write the value itself as JSON.
    @Bean
    SmartInitializingSingleton writtenFirst(
            RequestMappingHandlerAdapter adapter, WrittenAnswer written) {
        return () -> {
            var handlers = new ArrayList<HandlerMethodReturnValueHandler>();
            handlers.add(written);
            handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
            adapter.setReturnValueHandlers(handlers);
        };
    }
}
