package varve.projections;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Everything that remembers. It needs the log, the shelf and a database.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Projections {
    /// Where the tables of this side are described.
    public static final String MIGRATIONS = "classpath:varve/projections/migrations";
}
