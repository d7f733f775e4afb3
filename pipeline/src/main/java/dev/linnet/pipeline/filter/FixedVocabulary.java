package dev.linnet.pipeline.filter;

import dev.linnet.keywords.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A vocabulary that doesn't change while the job runs. */
public final class FixedVocabulary implements VocabularyFeed {
    private static final long serialVersionUID = 1L;

    private final Vocabulary vocabulary;
    private transient volatile @Nullable VocabularySnapshot snapshot;

    public FixedVocabulary(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public VocabularySnapshot current() {
        VocabularySnapshot built = snapshot;
        if (built == null) {
            built = VocabularySnapshot.of(vocabulary);
            snapshot = built;
        }
        return built;
    }
}
