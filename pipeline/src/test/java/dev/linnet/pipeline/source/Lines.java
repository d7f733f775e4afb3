package dev.linnet.pipeline.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Made-up records and files of them. */
final class Lines {
    private Lines() {}

    /** A post of Jetstream, known by its number; the longer the number's remainder by ten, the longer its text. */
    static String post(int number) {
        return "{\"did\":\"did:plc:wren\",\"time_us\":" + (1_772_352_000_000_000L + number * 1_000L)
                + ",\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\""
                + number + "\",\"record\":{\"text\":\"swift" + " über".repeat(number % 10)
                + "\",\"createdAt\":\"2026-03-01T08:00:00Z\"}}}";
    }

    static String delete(int number) {
        return "{\"delete\":{\"status\":{\"id\":" + number + ",\"id_str\":\"" + number + "\",\"user_id\":5}}}";
    }

    static String key(int number) {
        return "bluesky:did:plc:wren/" + number;
    }

    /** Posts of a range of numbers, each line with its end. */
    static String posts(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> post(number) + "\n").collect(Collectors.joining());
    }

    static List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(Lines::key).toList();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) {
        return packed(text, Compression.GZIP);
    }

    static byte[] packed(String text, Compression compression) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing(bytes, compression)) {
            out.write(utf8(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static OutputStream packing(OutputStream out, Compression compression) throws IOException {
        return switch (compression) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case BZIP2 -> new BZip2CompressorOutputStream(out);
        };
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
