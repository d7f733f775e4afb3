/** What a post's text is made of: cleaning, emoji, hashtags. */
@NullMarked
package dev.linnet.nlp.text;

import org.jspecify.annotations.NullMarked;
