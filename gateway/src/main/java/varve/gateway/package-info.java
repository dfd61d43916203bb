/// The door: hosts, paths, headers. It decides nothing and remembers nothing.
@NullMarked
package varve.gateway;

import org.jspecify.annotations.NullMarked;
