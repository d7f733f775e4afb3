/** The job: topology and main. */
@NullMarked
package dev.linnet.pipeline;

import org.jspecify.annotations.NullMarked;
