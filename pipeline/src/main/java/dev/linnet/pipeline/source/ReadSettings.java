package dev.linnet.pipeline.source;

import java.io.Serializable;

/**
 * How files are read.
 *
 * @param speed how many seconds of a recording pass in one; 0 for as fast as it goes
 * @param splitBytes how long the parts are that a plain file is cut into
 * @param batchBytes how many bytes of lines go into a batch
 * @param longestLine how long a line may be in bytes
 */
record ReadSettings(double speed, long splitBytes, int batchBytes, int longestLine) implements Serializable {
    static final ReadSettings DEFAULT = new ReadSettings(0, 64L << 20, 256 << 10, 16 << 20);

    ReadSettings {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed is " + speed
                    + "; it must be 0 (as fast as it goes) or more, such as 1 for the recorded speed");
        }
        if (splitBytes < 1 || batchBytes < 1 || longestLine < batchBytes) {
            throw new IllegalArgumentException("splits, batches and lines need at least a byte, and lines may not be"
                    + " shorter than batches: " + splitBytes + ", " + batchBytes + ", " + longestLine);
        }
    }

    boolean isPaced() {
        return speed > 0;
    }
}
