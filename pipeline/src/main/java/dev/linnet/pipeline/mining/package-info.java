/** The vocabulary file while the job runs: the blog mined into it again, and what a person edits in it. */
@NullMarked
package dev.linnet.pipeline.mining;

import org.jspecify.annotations.NullMarked;
