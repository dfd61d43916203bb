/// The parser and printer of TypeScript: OXC as WebAssembly, in V8.
@NullMarked
package varve.artifacts.engine;

import org.jspecify.annotations.NullMarked;
