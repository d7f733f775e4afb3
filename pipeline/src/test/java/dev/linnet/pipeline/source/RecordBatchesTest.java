package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordBatchesTest {
    @Test
    void linesOfAStreamThatPausesArePassedOnAtOnce() {
        List<String> seen = new ArrayList<>();

        RecordBatches.ofStream(new Pausing("one\ntwo\n", "three\n"), "stdin", batch -> {
            seen.add(new String(batch.bytes(), 0, batch.length(), StandardCharsets.UTF_8));
            return true;
        });

        assertThat(seen).containsExactly("one\ntwo\n", "three\n");
    }

    @Test
    void whoWantsNoMoreGetsNoMore() {
        List<RawBatch> seen = new ArrayList<>();

        RecordBatches.ofStream(new Pausing("one\n", "two\n"), "stdin", batch -> {
            seen.add(batch);
            return false;
        });

        assertThat(seen).hasSize(1);
    }

    /** A stream that has nothing to read between its parts until it is read again. */
    private static final class Pausing extends InputStream {
        private final byte[][] parts;
        private int part;
        private int at;

        Pausing(String... parts) {
            this.parts = new byte[parts.length][];
            for (int i = 0; i < parts.length; i++) {
                this.parts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            }
        }

        @Override
        public int available() {
            return part < parts.length ? parts[part].length - at : 0;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (part < parts.length && at == parts[part].length) {
                part++;
                at = 0;
            }
            if (part == parts.length) {
                return -1;
            }
            int count = Math.min(length, parts[part].length - at);
            System.arraycopy(parts[part], at, to, offset, count);
            at += count;
            return count;
        }
    }
}
