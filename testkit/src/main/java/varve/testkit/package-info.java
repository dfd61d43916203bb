/// What tests share: real servers started once for all tests of a run, and waiting with a deadline.
@NullMarked
package varve.testkit;

import org.jspecify.annotations.NullMarked;
