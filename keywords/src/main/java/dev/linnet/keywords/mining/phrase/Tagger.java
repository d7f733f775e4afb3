package dev.linnet.keywords.mining.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/** OpenNLP's English part-of-speech tagger (Universal Dependencies tags). One instance serves one thread. */
final class Tagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    /** Stands for a verb that the model does not know and would take for a noun, and its subject for an adjective. */
    private static final String KNOWN_VERB = "is";

    private final Set<String> verbs = StopWords.verbs();
    private final POSTaggerME tagger = new POSTaggerME(Shared.MODEL);

    String[] tag(String[] words) {
        String[] known = words.clone();
        for (int i = 0; i < words.length; i++) {
            known[i] = isUnknownVerb(words[i]) ? KNOWN_VERB : words[i];
        }
        String[] tags = tagger.tag(known);
        for (int i = 0; i < words.length; i++) {
            tags[i] = isUnknownVerb(words[i]) ? "VERB" : tags[i];
        }
        return tags;
    }

    private boolean isUnknownVerb(String word) {
        return verbs.contains(word) && !Shared.COMMON.contains(word);
    }

    /** The words that the model knows as such, lower case: the commonest four thousand of its training texts. */
    static Set<String> commonWords() {
        return Shared.COMMON;
    }

    /** The model is read once, when the first tagger is made. */
    private static final class Shared {
        private static final String WORD_FEATURE = "w=";

        static final POSModel MODEL = load();
        static final Set<String> COMMON = commonWords(MODEL);

        private static Set<String> commonWords(POSModel model) {
            Set<String> words = new HashSet<>();
            AbstractModel weights = model.getArtifact("pos.model");
            Map<?, ?> features = (Map<?, ?>) weights.getDataStructures()[1];
            for (Object feature : features.keySet()) {
                if (feature instanceof String name && name.startsWith(WORD_FEATURE)) {
                    words.add(name.substring(WORD_FEATURE.length()).toLowerCase(Locale.ROOT));
                }
            }
            return Set.copyOf(words);
        }

        private static POSModel load() {
            try (InputStream in = Tagger.class.getResourceAsStream(Tagger.MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the tagger's model " + Tagger.MODEL + " is missing from the jar");
                }
                return new POSModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
