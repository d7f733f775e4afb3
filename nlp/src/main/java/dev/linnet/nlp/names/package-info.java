/** Names of people, places, organisations and products. */
@NullMarked
package dev.linnet.nlp.names;

import org.jspecify.annotations.NullMarked;
