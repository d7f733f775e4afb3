package dev.linnet.pipeline.source;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file of records is packed. */
enum Compression {
    NONE(""),
    GZIP(".gz"),
    BZIP2(".bz2");

    private final String ending;

    Compression(String ending) {
        this.ending = ending;
    }

    /** The ending that tells it, with its dot; empty for none. */
    String ending() {
        return ending;
    }

    /** What the name of a file says of its packing. */
    static Compression ofName(String lowerCaseName) {
        for (Compression compression : values()) {
            if (compression != NONE && lowerCaseName.endsWith(compression.ending)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The unpacked data; several packed streams one after the other are read as one. */
    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get();
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
        };
    }
}
