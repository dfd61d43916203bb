/// Runs one Elasticsearch node from its published jars, as the child of another program.
@NullMarked
package varve.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
