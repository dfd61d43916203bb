/// Pages about modules: what there is of one, and how a build stands.
@NullMarked
package varve.query.pages.modules;

import org.jspecify.annotations.NullMarked;
