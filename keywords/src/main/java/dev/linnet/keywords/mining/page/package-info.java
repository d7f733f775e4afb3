/** A page, a Markdown file or a plain text to an {@link dev.linnet.keywords.mining.Article}. */
@NullMarked
package dev.linnet.keywords.mining.page;

import org.jspecify.annotations.NullMarked;
