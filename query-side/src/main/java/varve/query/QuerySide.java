package varve.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Everything that answers. It needs a database and a search index, and writes to neither.
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {}
