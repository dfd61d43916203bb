/// Pictures that messengers and social sites show beside a link to a page.
@NullMarked
package varve.query.pages.preview;

import org.jspecify.annotations.NullMarked;
