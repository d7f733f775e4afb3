package dev.linnet.keywords.mining.vocabulary;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A vocabulary file that cannot be used; the message names the file and every mistake with its line. */
public final class VocabularyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<VocabularyMistake> mistakes;

    VocabularyException(String file, List<VocabularyMistake> mistakes) {
        super("the vocabulary " + file + " has "
                + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes") + ":\n"
                + mistakes.stream().map(m -> "  " + m.sentence()).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes in the order of their lines. */
    public List<VocabularyMistake> mistakes() {
        return mistakes;
    }
}
