package dev.linnet.keywords.mining.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/** OpenNLP's English part-of-speech tagger (Universal Dependencies tags). One instance serves one thread. */
final class Tagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final POSTaggerME tagger = new POSTaggerME(Shared.MODEL);

    String[] tag(String[] words) {
        return tagger.tag(words);
    }

    /** The model is read once, when the first tagger is made. */
    private static final class Shared {
        static final POSModel MODEL = load();

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
