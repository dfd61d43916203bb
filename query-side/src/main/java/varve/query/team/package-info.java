/// Who may do what with packages, in npm's words.
@NullMarked
package varve.query.team;

import org.jspecify.annotations.NullMarked;
