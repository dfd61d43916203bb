/// Teams: people who get rights to single packages of a scope.
@NullMarked
package varve.command.team;

import org.jspecify.annotations.NullMarked;
