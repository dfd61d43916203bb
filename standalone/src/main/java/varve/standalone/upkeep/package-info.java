/// What an operator does now and then: verify, carry out and in, back up and restore, take over.
@NullMarked
package varve.standalone.upkeep;

import org.jspecify.annotations.NullMarked;
