/// PostgreSQL, Elasticsearch and S3: the operator's own or the embedded ones.
@NullMarked
package varve.standalone.servers;

import org.jspecify.annotations.NullMarked;
