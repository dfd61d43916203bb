/// What a module's code imports: `deps_v2.json`, and what other modules it needs.
@NullMarked
package varve.command.modules.graph;

import org.jspecify.annotations.NullMarked;
