/// Takes over an installation of deno_registry2: what MongoDB's export tells, and the files of its
/// bucket.
@NullMarked
package varve.command.modules.takeover;

import org.jspecify.annotations.NullMarked;
