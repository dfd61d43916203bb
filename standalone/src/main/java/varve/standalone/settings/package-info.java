/// What the operator can set, and how each word of it is read and checked.
@NullMarked
package varve.standalone.settings;

import org.jspecify.annotations.NullMarked;
