/** The blocks of a page's text, what each looks like, and how likely it is to be part of the article. */
@NullMarked
package dev.linnet.keywords.mining.page.block;

import org.jspecify.annotations.NullMarked;
