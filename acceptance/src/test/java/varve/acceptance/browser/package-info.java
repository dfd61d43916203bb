/// The pages in a real browser.
@NullMarked
package varve.acceptance.browser;

import org.jspecify.annotations.NullMarked;
