package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.sentiment.SentimentTrainer.Labelled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads labelled posts for training: UTF-8, plain or {@code .gz}; a label is 0, 1, 2 or negative, neutral, positive. */
public final class LabelledPosts {
    private LabelledPosts() {}

    /**
     * Reads a file with a label, a tab and a text on each line.
     *
     * @throws IOException when it cannot be read, or a line is not of this form; the message names file and line
     */
    public static List<Labelled> read(Path file) throws IOException {
        List<String> lines = lines(file);
        List<Labelled> posts = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IOException(file + ", line " + (i + 1) + ": no tab between label and text");
            }
            posts.add(new Labelled(line.substring(tab + 1), label(line.substring(0, tab), file, i)));
        }
        return posts;
    }

    /**
     * Reads texts and labels that lie in two files, a line each.
     *
     * @throws IOException when one cannot be read, a label is none, or their lengths differ; the message names the file
     */
    public static List<Labelled> read(Path texts, Path labels) throws IOException {
        List<String> textLines = lines(texts);
        List<String> labelLines = lines(labels);
        if (textLines.size() != labelLines.size()) {
            throw new IOException(texts + " has " + textLines.size() + " lines, " + labels + " has " + labelLines.size()
                    + "; they have to be as many");
        }
        List<Labelled> posts = new ArrayList<>(textLines.size());
        for (int i = 0; i < textLines.size(); i++) {
            posts.add(new Labelled(textLines.get(i), label(labelLines.get(i), labels, i)));
        }
        return posts;
    }

    private static int label(String label, Path file, int line) throws IOException {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "0", "negative" -> 0;
            case "1", "neutral" -> 1;
            case "2", "positive" -> 2;
            default ->
                throw new IOException(file + ", line " + (line + 1) + ": '" + label
                        + "' is no label; take 0, 1, 2 or negative, neutral, positive");
        };
    }

    static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = reader(file)) {
            return reader.lines().toList();
        }
    }

    /** Not Files.newBufferedReader, which stops at the first byte that is not UTF-8. */
    static BufferedReader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
