<<<<<<< HEAD
/// Code as pages show it: with colours, without scripts.
=======
/// Code as it is shown: in the colours of its language.
>>>>>>> main
@NullMarked
package varve.query.pages.code;

import org.jspecify.annotations.NullMarked;
