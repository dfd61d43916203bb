/// The outside servers as part of the house: PostgreSQL, Elasticsearch and S3 for an operator who
/// brings none. Each listens on loopback only, keeps everything it owns in one folder, and is
/// reached over its own wire protocol like any server elsewhere.
@NullMarked
package varve.embedded;

import org.jspecify.annotations.NullMarked;
