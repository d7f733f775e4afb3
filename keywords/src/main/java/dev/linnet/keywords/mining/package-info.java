/** Blog and archive to vocabulary. */
@NullMarked
package dev.linnet.keywords.mining;

import org.jspecify.annotations.NullMarked;
