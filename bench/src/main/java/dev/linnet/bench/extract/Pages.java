package dev.linnet.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.keywords.mining.page.Charsets;
import dev.linnet.keywords.mining.page.MainContent;
import dev.linnet.keywords.mining.page.block.PageBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the development sets of main content: articles by their whole text, other pages by pieces of theirs. */
final class Pages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pages() {}

    /** Both sets of a folder that holds {@code articles/dev} and {@code segments/dev}. */
    static List<LabelledPage> read(Path folder) throws IOException {
        List<LabelledPage> pages = new ArrayList<>();
        Path articles = folder.resolve("articles/dev");
        for (Map.Entry<String, JsonNode> page : entries(articles.resolve("ground-truth.json"))) {
            String text = page.getValue().path("articleBody").asText();
            Truth truth = new Truth(page.getKey(), text, List.of(), List.of());
            pages.add(page(articles, truth, page.getValue().path("url").asText()));
        }
        Path segments = folder.resolve("segments/dev");
        for (Map.Entry<String, JsonNode> page : entries(segments.resolve("segments.json"))) {
            JsonNode said = page.getValue();
            Truth truth = new Truth(page.getKey(), null, texts(said.path("with")), texts(said.path("without")));
            pages.add(page(segments, truth, said.path("url").asText()));
        }
        return pages;
    }

    private static List<Map.Entry<String, JsonNode>> entries(Path file) throws IOException {
        return List.copyOf(JSON.readTree(file.toFile()).properties());
    }

    private static LabelledPage page(Path folder, Truth truth, String address) throws IOException {
        String html = html(folder.resolve("html").resolve(truth.id() + ".html.gz"));
        PageBlocks blocks = MainContent.blocks(html);
        Labels labels = new Labels(blocks, truth);
        return new LabelledPage(truth, LabelledPage.site(address), html, blocks, labels.labels, labels.weights);
    }

    static String html(Path file) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = packed ? new GZIPInputStream(in) : in) {
            return Charsets.html(plain.readAllBytes(), null);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
