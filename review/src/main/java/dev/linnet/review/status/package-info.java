/** Where every record went: the answer to "why didn't I see this?" */
@NullMarked
package dev.linnet.review.status;

import org.jspecify.annotations.NullMarked;
