/// The configuration file of a package: name, exports, licence.
@NullMarked
package varve.artifacts.config;

import org.jspecify.annotations.NullMarked;
