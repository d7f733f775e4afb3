/** The mood of a text: CoreNLP's recursive network and what stands around it. */
@NullMarked
package dev.linnet.nlp.sentiment;

import org.jspecify.annotations.NullMarked;
