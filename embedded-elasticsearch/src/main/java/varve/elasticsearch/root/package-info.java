/// The answer to `GET /`, by which clients know the server. In the distribution it comes from a
/// module that is not published.
@NullMarked
package varve.elasticsearch.root;

import org.jspecify.annotations.NullMarked;
