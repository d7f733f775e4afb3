package dev.linnet.pipeline.config;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.mining.RedactedUrl;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import dev.linnet.pipeline.mining.BlogMining;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Gives the vocabulary that a configuration asks for: from its file, which is mined from the blog when it is missing. */
public final class VocabularyLoader {
    private final Consumer<String> words;

    /** @param words is told, in plain words, what is going on and what could not be read */
    public VocabularyLoader(Consumer<String> words) {
        this.words = words;
    }

    /**
     * Loads the vocabulary, mining and writing it first when it is missing.
     *
     * @throws IOException when there is none and none can be mined; the message names the file and the mend
     */
    public Vocabulary load(LinnetConfig config) throws IOException {
        LinnetConfig.VocabularySettings settings = config.vocabulary();
        VocabularyFile file = Files.exists(settings.file()) ? VocabularyFile.read(settings.file()) : mine(settings);
        Vocabulary vocabulary = file.withTrusted(settings.trusted()).vocabulary();
        Set<String> muted = new HashSet<>(vocabulary.mutedTopics());
        muted.addAll(config.filter().mute());
        return new Vocabulary(0, vocabulary.keywords(), vocabulary.trustedAuthors(), muted);
    }

    private VocabularyFile mine(LinnetConfig.VocabularySettings settings) throws IOException {
        if (settings.blog().isEmpty()) {
            throw new IOException("the vocabulary " + settings.file()
                    + " does not exist, and no blog is named to mine it from: set vocabulary.blog, or write the file,"
                    + " one keyword a line");
        }
        words.accept("mining keywords from " + RedactedUrl.of(String.join(", ", settings.blog())) + " …");
        BlogMining.Mined mined = new BlogMining(words).mine(settings.blog(), settings.top(), settings.pages());
        VocabularyFile file = VocabularyFile.of(mined.keywords()).minedAt(Instant.now(), mined.posts());
        file.write(settings.file());
        words.accept("wrote " + settings.file() + ": " + file.keywords().size() + " keywords from " + mined.posts()
                + " posts; edit it as you like");
        return file;
    }
}
