/// Telling people of what happened to them: by mail, or on their account's page.
@NullMarked
package varve.command.mail;

import org.jspecify.annotations.NullMarked;
