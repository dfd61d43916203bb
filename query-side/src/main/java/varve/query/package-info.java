/// The side that answers: a question, a select, a record that is exactly the JSON the client sees.
@NullMarked
package varve.query;

import org.jspecify.annotations.NullMarked;
