/** Series in files, the spikes in them, in words and as a picture. */
@NullMarked
package dev.linnet.cli.spikes;

import org.jspecify.annotations.NullMarked;
